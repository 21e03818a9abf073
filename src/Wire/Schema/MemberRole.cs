namespace Orrery.Wire.Schema;

/// <summary>The place of a value within its container.</summary>
public enum MemberRole : byte
{
    /// <summary>A member of a structure.</summary>
    Member,

    /// <summary>An element of a list.</summary>
    Element,

    /// <summary>A key of a map.</summary>
    Key,

    /// <summary>A value of a map.</summary>
    Value,
}
