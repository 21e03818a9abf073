using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Orrery.Services.Events.Rules.Inputs;

/// <summary>
/// A path into an event: <c>$</c>, then <c>.name</c>, <c>['name']</c> and <c>[number]</c>. Source: EventBridge User
/// Guide, "Amazon EventBridge input transformation".
/// </summary>
internal static partial class JsonPath
{
    /// <summary>Whether it is such a path.</summary>
    public static bool IsValid(string path) => Whole().IsMatch(path);

    /// <summary>What is there; null where nothing is.</summary>
    public static JsonElement? Find(JsonElement root, string path)
    {
        var found = root;
        foreach (Match step in Step().Matches(path))
        {
            var name = step.Groups[1].Success ? step.Groups[1].Value : step.Groups[2].Value;
            if (step.Groups[3].Success)
            {
                var index = int.Parse(step.Groups[3].Value, CultureInfo.InvariantCulture);
                if (found.ValueKind != JsonValueKind.Array || index >= found.GetArrayLength())
                    return null;
                found = found[index];
            }
            else if (found.ValueKind != JsonValueKind.Object || !found.TryGetProperty(name, out found))
            {
                return null;
            }
        }

        return found;
    }

    [GeneratedRegex(@"\A\$(?:\.[A-Za-z0-9_-]+|\['[^']+'\]|\[\d{1,6}\])*\z")]
    private static partial Regex Whole();

    [GeneratedRegex(@"\.([A-Za-z0-9_-]+)|\['([^']+)'\]|\[(\d{1,6})\]")]
    private static partial Regex Step();
}
