namespace Orrery.Services.Logs.Insights;

/// <summary>Kinds of parts of a query.</summary>
internal enum QueryTokenKind
{
    /// <summary>A name: of a command, a function, a field.</summary>
    Word,

    /// <summary>A name of a field in backticks.</summary>
    Quoted,

    /// <summary>A text in quotation marks.</summary>
    Text,

    /// <summary>A number.</summary>
    Number,

    /// <summary>A period of time: a number with a unit.</summary>
    Period,

    /// <summary>A regular expression.</summary>
    Regex,

    /// <summary>An operator or mark.</summary>
    Mark,

    /// <summary>The end.</summary>
    End,
}
