using Orrery.CodeGen.Models;

namespace Orrery.CodeGen.Emitting;

/// <summary>C# types of members, and the expressions that read and write them.</summary>
internal sealed class TypeMap(ServedShapes shapes, IReadOnlySet<string> properties)
{
    /// <summary>The type without its question mark.</summary>
    public string Type(ModelMember member)
    {
        var shape = Shape(member);
        return shape.Type switch
        {
            "structure" => shapes.TypeName(shape.Name),
            "list" => $"IReadOnlyList<{Type(shape.Part("member")!)}>",
            "map" => $"IReadOnlyDictionary<string, {Type(shape.Part("value")!)}>",
            "string" when shape.IsEnum => shapes.TypeName(shape.Name),
            "blob" when IsStream(member, shape) => "global::System.IO.Stream",
            _ => Scalar(shape.Type),
        };
    }

    /// <summary>The expression that reads a value.</summary>
    public string Read(ModelMember member)
    {
        var shape = Shape(member);
        return shape.Type switch
        {
            "structure" => $"{Qualified(shape)}.FromWire(reader)",
            "list" when Shape(shape.Part("member")!).IsEnum => $"reader.ReadEnums<{Type(shape.Part("member")!)}>()",
            "list" => $"reader.ReadList({Element(shape.Part("member")!)})",
            "map" => $"reader.ReadMap({Element(shape.Part("value")!)})",
            "string" when shape.IsEnum => $"({shapes.TypeName(shape.Name)}?)reader.ReadEnum()",
            "blob" when IsStream(member, shape) => "reader.ReadStream()",
            _ => $"reader.{Method(shape.Type)}()",
        };
    }

    /// <summary>The call that writes a value.</summary>
    public string Write(ModelMember member, int index, string property)
    {
        var shape = Shape(member);
        return shape.Type switch
        {
            "list" when IsValueType(shape.Part("member")!) => $"writer.WriteValues({index}, {property})",
            "list" => $"writer.WriteList({index}, {property})",
            "map" => $"writer.WriteMap({index}, {property})",
            "string" when shape.IsEnum => $"writer.WriteEnum({index}, (int?){property})",
            _ => $"writer.Write({index}, {property})",
        };
    }

    private static bool IsStream(ModelMember member, ModelShape shape) =>
        member.Facts["streaming"] is not null || shape.Facts["streaming"] is not null;

    private static string Scalar(string type) => type switch
    {
        "integer" => "int",
        "long" => "long",
        "float" => "float",
        "double" => "double",
        "boolean" => "bool",
        "timestamp" => "global::System.DateTimeOffset",
        "blob" => "global::System.ReadOnlyMemory<byte>",
        _ => "string",
    };

    private static string Method(string type) => type switch
    {
        "integer" => "ReadInteger",
        "long" => "ReadLong",
        "float" => "ReadFloat",
        "double" => "ReadDouble",
        "boolean" => "ReadBoolean",
        "timestamp" => "ReadTimestamp",
        "blob" => "ReadBlob",
        _ => "ReadText",
    };

    // A property of the same name would hide the type.
    private string Qualified(ModelShape shape)
    {
        var type = shapes.TypeName(shape.Name);
        return properties.Contains(type) ? $"global::Orrery.Wire.Generated.{shapes.Model.CSharpName}.{type}" : type;
    }

    private ModelShape Shape(ModelMember member) => shapes.Model.Shape(member.Target);

    private bool IsValueType(ModelMember member)
    {
        var shape = Shape(member);
        return shape.IsEnum || Scalar(shape.Type) != "string" && shape.Type is not ("structure" or "list" or "map");
    }

    private string Element(ModelMember member)
    {
        var shape = Shape(member);
        return shape.Type switch
        {
            "structure" => $"{Qualified(shape)}.FromWire",
            "list" or "map" => $"static reader => {Read(member)}",
            "string" when shape.IsEnum => $"static reader => ({shapes.TypeName(shape.Name)})(reader.ReadEnum() ?? -1)",
            _ => $"Elements.{Method(shape.Type)[4..]}",
        };
    }
}
