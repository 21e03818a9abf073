using System.Text;
using Orrery.CodeGen.Models;

namespace Orrery.CodeGen.Emitting;

/// <summary>The class that names a model's service and served operations.</summary>
internal static class ModelFile
{
    /// <summary>The file.</summary>
    public static string Text(ServedShapes shapes, IReadOnlyList<string> operations)
    {
        var name = shapes.Model.CSharpName;
        var text = new StringBuilder(Header.Of($"Orrery.Wire.Generated.{name}", "Orrery.Wire.Schema"));
        text.Append($"/// <summary>The served operations of <c>{shapes.Model.Id}</c>.</summary>\n");
        text.Append($"public static class {name}Model\n{{\n");
        text.Append("    /// <summary>The service.</summary>\n");
        text.Append(
            "    public static ServiceSchema Service =>"
            + $" global::Orrery.Wire.Generated.Catalog.{name}Catalog.Service;\n");
        foreach (var operation in operations)
        {
            text.Append($"\n    /// <summary><c>{operation}</c>.</summary>\n");
            text.Append(
                $"    public static OperationSchema {operation} => field ??= Service.Operation(\"{operation}\");\n");
        }

        return text.Append("}\n").ToString();
    }
}
