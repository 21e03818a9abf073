namespace Orrery.Services.Sns.Filtering;

/// <summary>What a value is, in a message or in a policy.</summary>
internal enum FilterValueKind
{
    /// <summary>A text.</summary>
    Text,

    /// <summary>A number.</summary>
    Number,

    /// <summary>true, false or null.</summary>
    Word,

    /// <summary>Something that is there and that nothing is compared with: binary data.</summary>
    Opaque,
}
