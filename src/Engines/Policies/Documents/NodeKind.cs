namespace Orrery.Engines.Policies.Documents;

/// <summary>The kinds of JSON values.</summary>
internal enum NodeKind
{
    /// <summary>A string.</summary>
    String,

    /// <summary>A number.</summary>
    Number,

    /// <summary>true or false.</summary>
    Truth,

    /// <summary>null.</summary>
    Null,

    /// <summary>An array.</summary>
    Array,

    /// <summary>An object.</summary>
    Object,
}
