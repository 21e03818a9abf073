using System.Text;
using Orrery.CodeGen.Models;

namespace Orrery.CodeGen.Emitting;

/// <summary>The table that joins a service's operations with their schemas.</summary>
internal static class RegistrationFile
{
    /// <summary>The file.</summary>
    public static string Text(ServiceModel model, string service, IReadOnlyList<ServedOperation> operations)
    {
        var text = new StringBuilder(Header.Of(
            $"Orrery.Services.{service}",
            "Orrery.Operations",
            $"Orrery.Wire.Generated.{model.CSharpName}"));
        text.Append($"/// <summary>The served operations of <c>{model.Id}</c>.</summary>\n");
        text.Append($"internal static class {model.CSharpName}Operations\n{{\n");
        text.Append("    /// <summary>All of them by name.</summary>\n");
        text.Append(
            "    public static global::System.Collections.Generic.IReadOnlyList<OperationEntry> All { get; }"
            + " =\n    [\n");
        foreach (var operation in operations)
        {
            text.Append($"        OperationEntry.Of({model.CSharpName}Model.Service, \"{operation.Name}\", ");
            text.Append($"new global::{operation.Namespace}.{operation.Name}()),\n");
        }

        return text.Append("    ];\n}\n").ToString();
    }
}
