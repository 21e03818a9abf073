using System.Text.Json.Nodes;

namespace Orrery.CodeGen.Models;

/// <summary>All models of <c>models/aws</c> with their patches applied.</summary>
internal sealed class ModelStore
{
    private ModelStore(IReadOnlyList<ServiceModel> services) => Services = services;

    /// <summary>The models by name.</summary>
    public IReadOnlyList<ServiceModel> Services { get; }

    /// <summary>Reads a <c>models</c> folder.</summary>
    public static ModelStore Load(string folder)
    {
        var services = new List<ServiceModel>();
        foreach (var file in Directory.GetFiles(Path.Combine(folder, "aws"), "*.json").Order(StringComparer.Ordinal))
        {
            var model = JsonNode.Parse(File.ReadAllBytes(file))!.AsObject();
            var patch = Path.Combine(folder, "patches", Path.GetFileName(file));
            if (File.Exists(patch)) ModelPatch.Apply(model, JsonNode.Parse(File.ReadAllBytes(patch))!.AsArray());
            services.Add(new ServiceModel(Path.GetFileNameWithoutExtension(file), model));
        }

        return new ModelStore(services);
    }
}
