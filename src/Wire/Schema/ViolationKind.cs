namespace Orrery.Wire.Schema;

/// <summary>Which constraint of the model a value breaks.</summary>
public enum ViolationKind : byte
{
    /// <summary>A required member is missing.</summary>
    Missing,

    /// <summary>A member that the model does not know.</summary>
    Unknown,

    /// <summary>Shorter, or fewer, than allowed.</summary>
    TooShort,

    /// <summary>Longer, or more, than allowed.</summary>
    TooLong,

    /// <summary>A number below the range.</summary>
    TooSmall,

    /// <summary>A number above the range.</summary>
    TooLarge,

    /// <summary>Not matching the pattern.</summary>
    Pattern,

    /// <summary>Not one of the enumeration.</summary>
    Enum,

    /// <summary>A union without exactly one member.</summary>
    Union,
}
