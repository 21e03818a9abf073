namespace Orrery.CodeGen.Emitting;

/// <summary>Words of the schema text; <c>SchemaTokens</c> in src/Wire reads them.</summary>
internal static class Token
{
    /// <summary>A value without spaces and line ends.</summary>
    public static string Escape(string text) => text.Length == 0
        ? "~e"
        : text.Replace("~", "~~").Replace(" ", "~s").Replace("\n", "~n").Replace("\t", "~t").Replace("\r", "~r");
}
