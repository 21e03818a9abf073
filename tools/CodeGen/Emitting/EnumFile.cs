using System.Text;
using Orrery.CodeGen.Models;

namespace Orrery.CodeGen.Emitting;

/// <summary>The C# enumeration of a string shape, and its wire values.</summary>
internal static class EnumFile
{
    /// <summary>The file.</summary>
    public static string Text(ServiceModel model, string name, ModelShape shape)
    {
        var text = new StringBuilder(Header.Of($"Orrery.Wire.Generated.{model.CSharpName}", "Orrery.Wire.Schema"));
        text.Append($"/// <summary>AWS's values of <c>{shape.Name}</c>.</summary>\npublic enum {name}\n{{\n");
        foreach (var (value, wire) in Members(shape))
        {
            text.Append($"    /// <summary><c>{Escaped(wire)}</c>.</summary>\n    {value},\n\n");
        }

        text.Length--;
        text.Append("}\n\n");
        text.Append(
            $"/// <summary>The wire values of <see cref=\"{name}\"/>.</summary>\npublic static class {name}Wire\n{{\n");
        text.Append(
            "    private static ShapeSchema Shape =>"
            + $" field ??= {model.CSharpName}Model.Service.Shape(\"{name}\");\n\n");
        text.Append("    /// <summary>The value as AWS writes it.</summary>\n");
        text.Append($"    public static string ToWire(this {name} value) => Shape.EnumValues[(int)value];\n\n");
        text.Append("    /// <summary>The value that AWS writes so, or null.</summary>\n");
        text.Append($"    public static {name}? Parse(string? value) =>\n");
        text.Append(
            $"        value is not null && Shape.EnumIndex(value) is >= 0 and var index ? ({name})index : null;\n}}\n");
        return text.ToString();
    }

    private static IEnumerable<(string Name, string Wire)> Members(ModelShape shape)
    {
        var taken = new HashSet<string>(StringComparer.Ordinal);
        foreach (var wire in shape.EnumValues)
        {
            var name = Names.EnumValue(wire);
            var unique = name;
            for (var i = 2; !taken.Add(unique); i++) unique = name + i;
            yield return (unique, wire);
        }
    }

    private static string Escaped(string text) => text.Replace("&", "&amp;").Replace("<", "&lt;");
}
