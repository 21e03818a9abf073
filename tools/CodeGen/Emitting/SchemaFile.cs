using System.Text;
using Orrery.CodeGen.Models;

namespace Orrery.CodeGen.Emitting;

/// <summary>The text that describes a model's served operations and their shapes.</summary>
internal static class SchemaFile
{
    /// <summary>The file.</summary>
    public static string Text(ServedShapes shapes, IReadOnlyList<string> operations)
    {
        var name = shapes.Model.CSharpName;
        var text = new StringBuilder(Header.Of($"Orrery.Wire.Generated.{name}"));
        text.Append("/// <summary>What <see cref=\"Orrery.Wire.Schema.SchemaText\"/> reads.</summary>\n");
        text.Append($"internal static class {name}Shapes\n{{\n");
        text.Append("    /// <summary>Operations, then shapes.</summary>\n");
        text.Append("    public static global::System.ReadOnlySpan<byte> Text =>\n        \"\"\"\"\"\n");
        var lines = new SchemaLines(shapes);
        foreach (var operation in operations) Append(text, lines.Operation(operation));
        foreach (var (shapeName, shape) in shapes.Shapes) Append(text, lines.Shape(shapeName, shape));
        foreach (var error in shapes.Errors.Values) Append(text, lines.Error(error));
        return text.Append("        \"\"\"\"\"u8;\n}\n").ToString();
    }

    private static void Append(StringBuilder text, IEnumerable<string> lines)
    {
        foreach (var line in lines) text.Append("        ").Append(line).Append('\n');
    }
}
