using System.Collections.Frozen;
using Orrery.Engines.Policies.Patterns;

namespace Orrery.Engines.Policies.Linting;

/// <summary>What policies can say of a service. Source: AWS's Service Authorization Reference.</summary>
/// <param name="Prefix">The prefix of actions, condition keys and ARNs.</param>
/// <param name="Actions">The names of its actions.</param>
/// <param name="Keys">Condition keys with their types: <c>s3:prefix=String</c>.</param>
/// <param name="Arns">What stands in ARNs behind the service: <c>${Region}:${Account}:${QueueName}</c>.</param>
public sealed record ServiceWords(
    string Prefix, IReadOnlyList<string> Actions, IReadOnlyList<string> Keys, IReadOnlyList<string> Arns)
{
    private readonly FrozenSet<string> _actions = Actions.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether statements about it can ask for <c>aws:ResourceTag</c>.</summary>
    public bool HasTags { get; init; }

    /// <summary>Whether resource control policies can name it.</summary>
    public bool IsLimited { get; init; }

    /// <summary>Whether it has an action, whatever its case.</summary>
    public bool Has(string action) => _actions.Contains(action);

    /// <summary>The type of a condition key; null where there is no such key.</summary>
    public string? TypeOf(string key)
    {
        foreach (var word in Keys)
        {
            var equals = word.LastIndexOf('=');
            var name = word[..equals];
            var isIt = name.Contains("${", StringComparison.Ordinal)
                ? Glob.Of(Opened(name).ToLowerInvariant()).Matches(key.ToLowerInvariant())
                : name.Equals(key, StringComparison.OrdinalIgnoreCase);
            if (isIt) return word[(equals + 1)..];
        }

        return null;
    }

    /// <summary>A template, or a text with variables, as a pattern: a star stands for each of them.</summary>
    internal static string Opened(string template)
    {
        var text = template;
        while (text.IndexOf("${", StringComparison.Ordinal) is >= 0 and var begin)
        {
            var end = text.IndexOf('}', begin);
            if (end < 0) break;
            text = $"{text[..begin]}*{text[(end + 1)..]}";
        }

        return text;
    }
}
