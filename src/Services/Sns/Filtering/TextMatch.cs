namespace Orrery.Services.Sns.Filtering;

/// <summary>How a text is compared.</summary>
internal enum TextMatch
{
    /// <summary>It begins so.</summary>
    Prefix,

    /// <summary>It ends so.</summary>
    Suffix,

    /// <summary>It reads so, whatever the case.</summary>
    IgnoreCase,

    /// <summary>It fits a pattern with stars.</summary>
    Wildcard,
}
