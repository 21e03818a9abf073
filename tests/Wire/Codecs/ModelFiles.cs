using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;

namespace Orrery.Tests.Wire.Codecs;

/// <summary>The model files of the repository, with their patches, read without any of the generator's code.</summary>
internal static class ModelFiles
{
    private static readonly string Root = Path.GetFullPath(Path.Combine(Here(), "..", "..", "..", "models"));

    /// <summary>The models' names.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Directory.GetFiles(Path.Combine(Root, "aws"), "*.json")
        .Select(f => Path.GetFileNameWithoutExtension(f)!).Order(StringComparer.Ordinal)];

    /// <summary>A model.</summary>
    public static JsonObject Load(string name)
    {
        var model = JsonNode.Parse(File.ReadAllBytes(Path.Combine(Root, "aws", name + ".json")))!.AsObject();
        var patches = Path.Combine(Root, "patches", name + ".json");
        if (!File.Exists(patches)) return model;
        foreach (var patch in JsonNode.Parse(File.ReadAllBytes(patches))!.AsArray())
        {
            var path = patch!["path"]!.AsArray().Select(p => (string)p!).ToList();
            var parent = path.SkipLast(1).Aggregate(model, (at, step) => at[step]!.AsObject());
            if (patch["value"] is { } value) parent[path[^1]] = value.DeepClone();
            else parent.Remove(path[^1]);
        }

        return model;
    }

    private static string Here([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
