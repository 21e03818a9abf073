namespace Orrery.Engines.Policies.Conditions;

/// <summary>What a condition operator compares, without its negation.</summary>
public enum Comparison
{
    /// <summary>Equal texts.</summary>
    StringEquals,

    /// <summary>Equal texts but for case.</summary>
    StringEqualsIgnoreCase,

    /// <summary>Texts and patterns.</summary>
    StringLike,

    /// <summary>Equal numbers.</summary>
    NumericEquals,

    /// <summary>A lesser number.</summary>
    NumericLessThan,

    /// <summary>A number that is not greater.</summary>
    NumericLessThanEquals,

    /// <summary>A greater number.</summary>
    NumericGreaterThan,

    /// <summary>A number that is not less.</summary>
    NumericGreaterThanEquals,

    /// <summary>The same instant.</summary>
    DateEquals,

    /// <summary>Before an instant.</summary>
    DateLessThan,

    /// <summary>Not after an instant.</summary>
    DateLessThanEquals,

    /// <summary>After an instant.</summary>
    DateGreaterThan,

    /// <summary>Not before an instant.</summary>
    DateGreaterThanEquals,

    /// <summary>The same truth.</summary>
    Bool,

    /// <summary>Equal bytes.</summary>
    BinaryEquals,

    /// <summary>An address in a block.</summary>
    IpAddress,

    /// <summary>ARNs and patterns, part by part.</summary>
    ArnLike,

    /// <summary>Whether the key is there.</summary>
    Null,
}
