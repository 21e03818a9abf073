namespace Orrery.CodeGen.Layout;

/// <summary>What a piece of data is, told by the beginning of its name.</summary>
internal enum PieceKind
{
    /// <summary>Neither moves nor points nearby at what moves: text, frozen objects, static fields.</summary>
    Other,

    /// <summary>The table of a type.</summary>
    Type,

    /// <summary>What generic code looks up.</summary>
    Dictionary,

    /// <summary>The type arguments of a generic type.</summary>
    Arguments,

    /// <summary>The place of a call by interface.</summary>
    Cell,

    /// <summary>The handlers of a method's exceptions.</summary>
    Handlers,
}
