using System.Text.Json.Nodes;

namespace Orrery.CodeGen.Models;

/// <summary>
/// Applies corrections to a model: a list of <c>{"source": …, "path": ["shapes", "X", "members", "Y", "locationName"],
/// "value": …}</c>; without a value the path is removed. The source says where AWS documents what is corrected.
/// </summary>
internal static class ModelPatch
{
    /// <summary>Applies all of them in order.</summary>
    public static void Apply(JsonObject model, JsonArray patches)
    {
        foreach (var patch in patches.OfType<JsonObject>())
        {
            var path = patch["path"]!.AsArray().Select(p => (string)p!).ToArray();
            if (string.IsNullOrEmpty((string?)patch["source"]))
            {
                throw new FormatException($"{Shown(path)} has no source.");
            }
            var parent = path[..^1].Aggregate(model, (at, name) =>
                at[name] as JsonObject ?? throw new FormatException($"{Shown(path)} is not in the model."));
            if (patch["value"] is { } value) parent[path[^1]] = value.DeepClone();
            else if (!parent.Remove(path[^1])) throw new FormatException($"{Shown(path)} is not in the model.");
        }
    }

    private static string Shown(string[] path) => string.Join('/', path);
}
