namespace Orrery.CodeGen.Layout;

/// <summary>A piece of data that is one to the compiler: from Start up to End, its symbol at Place.</summary>
/// <param name="Name">Its symbol.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Start">Where it begins: a type's table is preceded by where its objects hold references.</param>
/// <param name="Place">What others point at.</param>
/// <param name="End">Where the next begins, or the next symbol is.</param>
/// <param name="Whole">Whether End is exact: the next piece is of a kind whose beginning is known.</param>
internal readonly record struct Piece(string Name, PieceKind Kind, int Start, int Place, int End, bool Whole)
{
    private static readonly (string Prefix, PieceKind Kind)[] Moving =
    [
        ("_ZTV", PieceKind.Type), ("__GenericDict", PieceKind.Dictionary), ("__GenericInstance", PieceKind.Arguments),
        ("__InterfaceDispatchCell_", PieceKind.Cell), ("__ehinfo_", PieceKind.Handlers),
    ];

    private static readonly string[] Others =
    [
        "__Str", "__FrozenObj", "__FrozenSegment", "__GCSTATICS", "__NONGCSTATICS", "__THREADSTATIC", "__GCStatic",
        "__ThreadStatic", "__TypeThreadStatic", "_inlinedThread", "__InterfaceDispatchMap",
        "__InterfaceDispatchCellSection", "__fataddresstakenpointer", "__fatpointer", "__SealedVTable",
        "__RuntimeType", "__RuntimeMethod", "__RuntimeField", "__writableData", "__GenericVariance",
        "__typemanager_indirection", "__pinvoke_", "__nativemodule_", "__EagerCctor", "__ReadyToRunHeader",
        "__module_initializers", "g_compilerEmbedded",
    ];

    /// <summary>The kind of what bears that name; what is not known might point at what moves: refused.</summary>
    public static PieceKind KindOf(string name)
    {
        foreach (var (prefix, kind) in Moving)
            if (name.StartsWith(prefix, StringComparison.Ordinal)) return kind;
        return Others.Any(prefix => name.StartsWith(prefix, StringComparison.Ordinal))
            ? PieceKind.Other
            : throw new LayoutException($"data of an unknown kind: {name}");
    }
}
