using System.Text;
using Orrery.CodeGen.Models;

namespace Orrery.CodeGen.Emitting;

/// <summary>The record of a structure: properties, and the pair of methods that every protocol uses.</summary>
internal sealed class RecordFile(ServedShapes shapes, string name, ModelShape shape)
{
    private readonly TypeMap _types = new(shapes, shape.Members.Select(m => Names.Property(m.Name, name)).ToHashSet());

    /// <summary>The file.</summary>
    public string Text()
    {
        var model = shapes.Model.CSharpName;
        var text = new StringBuilder(Header.Of($"Orrery.Wire.Generated.{model}", "Orrery.Wire.Schema"));
        text.Append($"/// <summary>AWS's <c>{shape.Name}</c>.</summary>\n");
        text.Append($"public sealed record {name} : IReadableShape<{name}>{Marks()}\n{{\n");
        text.Append(
            $"    /// <summary>Makes one without any member set.</summary>\n    public {name}()\n    {{\n    }}\n\n");
        Reading(text);
        text.Append("    /// <inheritdoc/>\n");
        text.Append(
            $"    public static ShapeSchema WireSchema => field ??= {model}Model.Service.Shape(\"{name}\");\n\n");
        foreach (var member in shape.Members) Property(text, member);
        text.Append("    ShapeSchema IShape.Schema => WireSchema;\n\n");
        text.Append(
            $"    /// <inheritdoc/>\n    public static {name} FromWire(ShapeReader reader) => new(reader);\n\n");
        text.Append("    /// <summary>Whether all members are equal, also within lists and maps.</summary>\n");
        text.Append($"    public bool Equals({name}? other) => ShapeText.Same(this, other);\n\n");
        text.Append("    /// <inheritdoc/>\n    public override int GetHashCode() => ShapeText.Hash(this);\n\n");
        text.Append("    /// <summary>The members as text, sensitive ones hidden.</summary>\n");
        text.Append("    public override string ToString() => ShapeText.Of(this);\n\n");
        Writing(text);
        return text.Append("}\n").ToString();
    }

    // What the pipeline does for every operation it finds by these interfaces.
    private string Marks() =>
        name.EndsWith("Request", StringComparison.Ordinal) ? Mark("DryRun") + Mark("ClientToken") : string.Empty;

    private string Mark(string member) => (member, shape.Members.Any(m => PropertyName(m) == member)) switch
    {
        ("DryRun", true) => ", IDryRunRequest",
        ("ClientToken", true) => ", IIdempotentRequest",
        _ => string.Empty,
    };

    private void Property(StringBuilder text, ModelMember member)
    {
        var required = IsRequired(member) ? ", required" : string.Empty;
        text.Append($"    /// <summary><c>{member.Name}</c>{required}.</summary>\n");
        text.Append($"    public {_types.Type(member)}? {PropertyName(member)} {{ get; init; }}\n\n");
    }

    private void Reading(StringBuilder text)
    {
        text.Append($"    private {name}(ShapeReader reader)\n    {{\n        reader.BeginStructure(WireSchema);\n");
        if (shape.Members.Count == 0)
        {
            text.Append("        while (reader.NextMember(out _))\n        {\n        }\n    }\n\n");
            return;
        }

        text.Append(
            "        while (reader.NextMember(out var member))\n        {\n"
            + "            switch (member)\n            {\n");
        for (var i = 0; i < shape.Members.Count; i++)
        {
            var member = shape.Members[i];
            text.Append($"                case {i}: {PropertyName(member)} = {_types.Read(member)}; break;\n");
        }

        text.Append("            }\n        }\n    }\n\n");
    }

    private void Writing(StringBuilder text)
    {
        text.Append("    void IShape.Write(ShapeWriter writer)\n    {\n");
        for (var i = 0; i < shape.Members.Count; i++)
        {
            var member = shape.Members[i];
            text.Append($"        {_types.Write(member, i, PropertyName(member))};\n");
        }

        text.Append("    }\n");
    }

    private bool IsRequired(ModelMember member) =>
        shape.Facts["required"]?.AsArray().Any(r => (string?)r == member.Name) == true;

    private string PropertyName(ModelMember member) => Names.Property(member.Name, name);
}
