"""The help of the command line in Chinese, by the English that stands with the commands."""

from __future__ import annotations

#: What stands around the texts of commands.
USAGE, ARGUMENTS, OPTIONS, COMMANDS, REQUIRED = "用法：", "参数", "选项", "命令", "必填"

#: What is said behind a text by whoever makes the command, with values of its own.
TAILS = {" Default: ": "默认值：", " One of: ": "可选："}

#: English, without the line breaks of its source, and Chinese.
CHINESE = {
    # The program.
    "Reads the statements of a government work report, keeps them honest, and computes with them.": (
        "读取政府工作报告中的各项数据，核对其口径与精度，并据以计算。"
    ),
    "Print the version.": "显示版本号。",
    "Print the folder of the CMake package, for CMAKE_PREFIX_PATH or shengzhou_report_DIR.": (
        "显示 CMake 包所在目录，供 CMAKE_PREFIX_PATH 或 shengzhou_report_DIR 使用。"
    ),
    "Language of the help; default: that of the locale.": "帮助信息的语言；默认依系统区域设置。",
    "Install completion for the current shell.": "为当前 shell 安装命令补全。",
    "Show completion for the current shell, to copy it or customize the installation.": (
        "显示当前 shell 的补全脚本，供复制或自行安装。"
    ),
    "Show this message and exit.": "显示本帮助并退出。",
    "Print one JSON object.": "输出一个 JSON 对象。",
    # Documents.
    "Any report; default: the embedded one.": "任一报告；默认为内置的嵊州市报告。",
    "The place, where the text does not say it or says it wrongly.": "地区；文中未写明或写错时给出。",
    "The year that the plan is for; of a communique the year it reviews.": ("计划所属年份；统计公报则为其回顾的年份。"),
    "work_report, communique, plan or other; default: what the title says.": (
        "文件类型：work_report（工作报告）、communique（统计公报）、plan（规划纲要）或 other；默认依标题判断。"
    ),
    "Code of the place (GB/T 2260), such as 330683.": "行政区划代码（GB/T 2260），如 330683。",
    "Encoding of text files, such as big5; else detected.": "文本文件的编码，如 big5；默认自动识别。",
    "Bytes that are no characters: an error, or each costs its sentence.": (
        "遇到无法解码的字节：报错（strict），或舍弃所在句子（replace）。"
    ),
    # indicators
    "The catalogue of indicators, or one of them by any of its names.": "指标目录；或按任一名称查找一项指标。",
    "Any name of an indicator: GDP, 社零, gini.": "指标的任一名称：GDP、社零、gini。",
    "Only this topic: accounts, incomes, ...": "只列某一专题：accounts、incomes 等。",
    # show
    "A report: headline outcomes and targets, the urban-rural income ratio and gap.": (
        "一份报告的要点：主要指标实绩与目标、城乡居民收入倍差与绝对差。"
    ),
    # simulate
    "Possible futures of the urban-rural income ratio, and how likely its targets are. Median growth is that of the "
    "report's last year. Volatility is the standard deviation of a year's growth; where it is not given, that of "
    "national growth in 2018 and 2020 to 2025 is assumed. The answer is about these assumptions.": (
        "模拟城乡居民收入倍差的未来路径，并估计各目标实现的概率。\n\n"
        "增速中位数取报告上一年的增速；波动率为年增速的标准差，未给出时取全国 2018 年及 2020—2025 年增速的标准差。"
        "结果取决于这些假定。"
    ),
    "How far to look ahead.": "向前推算的年数。",
    "Default: that of the report.": "默认取报告中的增速。",
    "Default: 1.8%.": "默认 1.8%。",
    "Default: 1.5%.": "默认 1.5%。",
    "Of the two; default: 0.91.": "两者的相关系数；默认 0.91。",
    "Ratio to reach; default: 1.75, 1.70, 1.60.": "目标倍差；默认 1.75、1.70、1.60。",
    "Number of futures.": "模拟路径数。",
    "Seed of the random numbers.": "随机数种子。",
    # parse
    "The statements of reports. A file that cannot be read is named at the end, in a line on standard error, and costs "
    "no other file.": ("列出报告中的各项数据。\n\n无法读取的文件在最后逐行列于标准错误输出，不影响其他文件。"),
    "Reports: txt, md, html, docx, pdf, ofd; doc, wps, rtf, odt by LibreOffice. Of a folder all of these; patterns "
    "such as `2024/*.docx` and `**/*.pdf`.": (
        "报告文件：txt、md、html、docx、pdf、ofd；doc、wps、rtf、odt 经 LibreOffice 读取。"
        "给出目录则读取其中所有此类文件；可用通配符，如 `2024/*.docx`、`**/*.pdf`。"
    ),
    "What is written; default: what --output ends in, else table.": (
        "输出格式；默认依 --output 的扩展名，否则为 table。"
    ),
    "File to write; default: standard output.": "输出文件；默认为标准输出。",
    "Titles of columns where a format has them: names, English or Chinese.": (
        "列标题（仅部分格式支持）：names 为字段名，en 为英文，zh 为中文。"
    ),
    "Encoding of text that is written, such as gb18030.": "输出文本的编码，如 gb18030。",
    "Write nothing when a file cannot be read; the first ends the run.": "任一文件无法读取即停止，且不写出任何结果。",
    "Exit code 0: every file was read. 1: some could not be read, the others were written. 2: nothing was written.": (
        "退出码 0：全部文件已读取。1：部分文件无法读取，其余已写出。2：未写出任何结果。"
    ),
    # corpus
    "Documents of a folder as tables of Parquet: statements, reports, sections, errors. A file that cannot be read is "
    "named in the errors, and costs no other file. What did not change since the last run is not read again.": (
        "把目录中的全部文件读成 Parquet 数据集：statements、reports、sections、errors。\n\n"
        "无法读取的文件列入 errors，不影响其他文件；上次运行以来未改动的文件不再读取。"
    ),
    "Documents, also in folders of it.": "文件所在目录，含其子目录。",
    "Folder of the data set; a run that was stopped goes on, and what is there is kept.": (
        "数据集目录；中断的运行可接续，已有结果予以保留。"
    ),
    "Threads and processes that read; default: one a core.": "读取所用的线程数与进程数；默认每核一个。",
    "Exit code 0: every document was read. 1: some could not be read, the others were written. 2: nothing was "
    "written.": ("退出码 0：全部文件已读取。1：部分文件无法读取，其余已写出。2：未写出任何结果。"),
    # check
    "Whether all statements of a report can be true, and what they imply together. The exit code is 0, also for "
    "warnings, and 1 when a finding is an error: a statement that no figures make true.": (
        "检查报告各项数据能否同时成立，以及它们共同意味着什么。\n\n"
        "退出码为 0（有警告时亦然）；发现任何数据都无法使其成立的错误时为 1。"
    ),
    "Report of the authority above, to compare targets.": "上级政府的报告，用于比较目标。",
    "How findings are printed.": "结果的输出格式。",
    "Growth of consumer prices where the report states none: 2%.": "报告未给出时的居民消费价格涨幅，如 2%。",
    "Urban share of the population: 60%. Default: every share.": "城镇人口比重，如 60%；默认考虑所有比重。",
    # growth and gap
    "Growth of one indicator: compounding, averages, price basis, contributions.": (
        "单项指标的增长：复利、平均增速、价格口径、拉动与贡献。"
    ),
    "The urban-rural income ratio and the absolute gap: paths, targets, turning points.": (
        "城乡居民收入倍差与绝对差：路径、目标、拐点。"
    ),
    "Figures are written as printed: 745, 745亿元, 7.5% (or 0.075), -16.7%. 77400~100 declares that 77400 is rounded "
    "to 100. A ratio can be given by the two incomes, 77400/43200. With --rounded every figure stands for all values "
    "that print like it, and so does the answer; targets, years and periods stay exact. In JSON rates are fractions, "
    "and an infinite number is null.": (
        "数字按原文书写：745、745亿元、7.5%（或 0.075）、-16.7%。77400~100 表示 77400 修约到百位。"
        "倍差可由两个收入给出：77400/43200。\n\n"
        "加 --rounded 时，每个数字代表修约后与之相同的所有数值，结果亦为区间；目标、年数和期数仍为确数。\n\n"
        "JSON 中比率为小数，无穷大为 null。"
    ),
    "Read figures as rounded; answer with a range.": "把数字视为修约值，结果给出区间。",
    "Level: 745, 745亿元 or 77400~100.": "水平值：745、745亿元 或 77400~100。",
    "Level to reach: 800 or 800亿元.": "目标水平：800 或 800亿元。",
    "Rate: 7.5%, 0.075 or -16.7%.": "比率：7.5%、0.075 或 -16.7%。",
    "Rate to reach: 7% or 0.07.": "目标增速：7% 或 0.07。",
    "Ratio: 1.79, or the incomes 77400/43200.": "倍差：1.79，或两个收入 77400/43200。",
    "Exact number, such as 1.70.": "确数，如 1.70。",
    "Exact number.": "确数。",
    "Whole number.": "整数。",
    "Level after `periods` of growth at a constant rate: value (1 + rate)^periods.": (
        "按固定增速增长若干期后的水平：value (1 + rate)^periods。"
    ),
    "Growth between two levels: end / start - 1. `start` must be positive.": (
        "两个水平之间的增速：end / start - 1；`start` 须为正。"
    ),
    "Compound annual growth rate (年均增速): (end / start)^(1 / periods) - 1.": (
        "年均增速：(end / start)^(1 / periods) - 1。"
    ),
    "Logarithmic growth ln(end / start), which adds up over time. Both levels must be positive.": (
        "对数增速 ln(end / start)，可跨期相加；两个水平均须为正。"
    ),
    "How often a level doubled (翻番): log2(end / start). 翻两番 is 2 doublings, a factor of 4.": (
        "翻番数：log2(end / start)；翻两番即 4 倍。"
    ),
    "Constant growth that has the same effect as a sequence of rates: their geometric mean.": (
        "与一组增速等效的固定增速，即几何平均。"
    ),
    "Two-year average (两年平均增速): sqrt((1 + growth_previous)(1 + growth_current)) - 1.": (
        "两年平均增速：sqrt((1 + growth_previous)(1 + growth_current)) - 1。"
    ),
    "Index that starts at `base` and grows by each rate in turn: n rates give n + 1 levels, the first is `base`.": (
        "以 `base` 为起点逐期增长的指数：n 个增速得 n + 1 个水平，首个为 `base`。"
    ),
    "Level of the year before that a level and its published growth imply: level / (1 + growth).": (
        "由水平与公布增速倒推的上年水平：level / (1 + growth)。"
    ),
    "Yearly rate of a rate per shorter period (环比): (1 + rate)^periods_per_year - 1.": (
        "环比增速折年率：(1 + rate)^periods_per_year - 1。"
    ),
    "Growth at constant prices: (1 + nominal) / (1 + deflator_growth) - 1. Divided, never subtracted.": (
        "不变价增速：(1 + nominal) / (1 + deflator_growth) - 1；用除法，不用减法。"
    ),
    "Growth at current prices: (1 + real)(1 + deflator_growth) - 1.": (
        "现价增速：(1 + real)(1 + deflator_growth) - 1。"
    ),
    "Growth of the deflator that nominal and real growth imply: (1 + nominal) / (1 + real) - 1.": (
        "现价与不变价增速隐含的平减指数涨幅：(1 + nominal) / (1 + real) - 1。"
    ),
    "Growth per period that leads from the current level to the target: (target / current)^(1 / periods) - 1.": (
        "由现有水平达到目标所需的每期增速：(target / current)^(1 / periods) - 1。"
    ),
    "Growth that the rest of the year needs for the annual target: (T - w c) / (1 - w).": (
        "完成全年目标，余下时段所需增速：(T - w c) / (1 - w)。"
    ),
    "Pull of a part on the growth of the whole (拉动): (part_end - part_start) / whole_start, as a fraction.": (
        "部分对总体增长的拉动：(part_end - part_start) / whole_start，以小数表示。"
    ),
    "Share of a part in the increment of the whole (贡献率).": "部分对总体增量的贡献率。",
    "Difference of two rates (个百分点): rate_a - rate_b as a fraction; 0.005 is 0.5 percentage points.": (
        "两个比率之差（个百分点）：rate_a - rate_b，以小数表示；0.005 即 0.5 个百分点。"
    ),
    "Periods until a level that grows at a constant rate is at or above `end`: ln(end / start) / ln(1 + rate).": (
        "按固定增速达到 `end` 所需期数：ln(end / start) / ln(1 + rate)。"
    ),
    "Periods until a level has multiplied by `times`: ln(times) / ln(1 + rate). 翻番 is 2, 翻两番 is 4.": (
        "增至 `times` 倍所需期数：ln(times) / ln(1 + rate)；翻番为 2，翻两番为 4。"
    ),
    "Income ratio (收入倍差): urban / rural.": "收入倍差：urban / rural。",
    "Absolute gap urban - rural, in the unit of the incomes.": "收入绝对差：urban - rural，单位同收入。",
    "Ratio of this year and of the years to come.": "今年及今后各年的倍差。",
    "Absolute gap of this year and of the years to come; forms as `ratio_path`.": (
        "今年及今后各年的绝对差；形式同 `ratio_path`。"
    ),
    "Years until the ratio is at or below `target`: ln(ratio / target) / ln(b/a).": (
        "倍差降至 `target` 及以下所需年数：ln(ratio / target) / ln(b/a)。"
    ),
    "Rural growth that leads to the target ratio: (1 + urban_growth) (ratio / target)^(1 / years) - 1.": (
        "达到目标倍差所需的农村增速：(1 + urban_growth) (ratio / target)^(1 / years) - 1。"
    ),
    "Urban growth that leads to the target ratio, the most it may be.": "达到目标倍差所允许的最高城镇增速。",
    "Excess of the rural over the urban growth factor that leads to the target: (ratio / target)^(1 / years) - 1.": (
        "达到目标所需的农村增长因子超出城镇的幅度：(ratio / target)^(1 / years) - 1。"
    ),
    "Rural growth above which the absolute gap is smaller next year: ratio * urban_growth.": (
        "使绝对差明年缩小的农村增速下限：ratio * urban_growth。"
    ),
    "When the absolute gap stops rising at constant growth.": "按固定增速，绝对差何时停止扩大。",
    "Years until rural income has caught up, so that the gap is zero: ln(R) / ln(b/a).": (
        "农村收入追平、差距为零所需年数：ln(R) / ln(b/a)。"
    ),
    "Years until the logarithm of the ratio has halved: ln(R) / (2 ln(b/a)).": (
        "倍差的对数减半所需年数：ln(R) / (2 ln(b/a))。"
    ),
    "Whether the income ratio falls: 'certain', 'possible' or 'no'.": (
        "倍差是否缩小：certain（必然）、possible（可能）或 no（否）。"
    ),
    "Whether the absolute gap falls: 'certain', 'possible' or 'no'.": (
        "绝对差是否缩小：certain（必然）、possible（可能）或 no（否）。"
    ),
}
