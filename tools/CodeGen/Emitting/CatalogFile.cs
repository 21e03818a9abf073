using System.Text;
using Orrery.CodeGen.Models;

namespace Orrery.CodeGen.Emitting;

/// <summary>The names of all services and all their operations, served or not.</summary>
internal static class CatalogFile
{
    private const string Space = "Orrery.Wire.Generated.Catalog";

    /// <summary>One service's file.</summary>
    public static string Service(ServiceModel model, bool isServed)
    {
        var shapes = isServed
            ? $", static () => global::Orrery.Wire.Generated.{model.CSharpName}.{model.CSharpName}Shapes.Text"
            : "";
        var text = new StringBuilder(Header.Of(Space, "Orrery.Wire.Schema"));
        text.Append($"/// <summary>All operations of <c>{model.Id}</c>.</summary>\n");
        text.Append($"public static class {model.CSharpName}Catalog\n{{\n");
        text.Append("    /// <summary>The service.</summary>\n");
        text.Append("    public static ServiceSchema Service { get; } = ServiceLine.Parse(\n");
        text.Append($"        \"{Line(model)}\",\n        static () => Operations{shapes});\n\n");
        text.Append("    private static global::System.ReadOnlySpan<byte> Operations =>\n        \"\"\"\n");
        foreach (var (name, operation) in model.Operations.OrderBy(o => o.Key, StringComparer.Ordinal))
        {
            text.Append("        ").Append(RoutingLine.Of(model, name, operation)).Append('\n');
        }

        return text.Append("        \"\"\"u8;\n}\n").ToString();
    }

    /// <summary>The list of all services.</summary>
    public static string All(ModelStore models)
    {
        var text = new StringBuilder(Header.Of(Space, "Orrery.Wire.Requests", "Orrery.Wire.Schema"));
        text.Append("/// <summary>Every service whose model Orrery knows, served or not.</summary>\n");
        text.Append("public sealed class WireCatalog : IServiceCatalog\n{\n");
        text.Append("    private readonly global::System.Collections.Generic.List<ServiceModel> _all = [];\n\n");
        text.Append(
            "    /// <summary>Makes the catalog that routing uses.</summary>\n    public WireCatalog()\n    {\n");
        text.Append("        foreach (var service in Services) _all.Add(service.Model);\n    }\n\n");
        text.Append("    /// <inheritdoc/>\n");
        text.Append("    public global::System.Collections.Generic.IReadOnlyList<ServiceModel> All => _all;\n\n");
        text.Append("    /// <summary>The services by name.</summary>\n");
        text.Append(
            "    public static global::System.Collections.Generic.IReadOnlyList<ServiceSchema> Services { get; }"
            + " =\n    [\n");
        foreach (var model in models.Services) text.Append($"        {model.CSharpName}Catalog.Service,\n");
        return text.Append("    ];\n}\n").ToString();
    }

    private static string Line(ServiceModel model)
    {
        var line = new StringBuilder(model.Id);
        Add("service", model.Fact("serviceId"));
        Add("version", model.Fact("apiVersion"));
        Add("sign", model.Fact("signingName") ?? model.Fact("endpointPrefix"));
        Add("endpoint", model.Fact("endpointPrefix"));
        Add("speaks", string.Join(',', model.Protocols));
        Add("target", model.Fact("targetPrefix"));
        Add("json", model.Fact("jsonVersion"));
        Add("xmlns", model.Fact("xmlNamespace") ?? CommonNamespace(model));
        Add("invalid", model.Fact("validationCode"));
        if (model.Metadata["awsQueryCompatible"] is not null) line.Append(" querycompatible");
        if (model.Metadata["noErrorWrapping"] is not null) line.Append(" bareerrors");
        if (model.Operations.Values.Any(RoutingLine.IsUnsigned)) line.Append(" unsigned");
        return line.ToString();

        void Add(string key, string? value)
        {
            if (value is not null) line.Append(' ').Append(key).Append('=').Append(Token.Escape(value));
        }
    }

    // rest-xml models give the namespace with each request's root element instead of once.
    private static string? CommonNamespace(ServiceModel model) => model.Operations.Values
        .Select(o => (string?)o["input"]?["xmlNamespace"]?["uri"])
        .OfType<string>()
        .CountBy(uri => uri)
        .OrderByDescending(c => c.Value)
        .FirstOrDefault().Key;
}
