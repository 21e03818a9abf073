using System.Runtime.CompilerServices;
using Orrery.Contracts.Identity;
using Orrery.Engines.Policies.Documents;
using Orrery.Engines.Policies.Evaluation;

namespace Orrery.Authorization.Deciding;

/// <summary>
/// Policies ready to decide. A text is read once for as long as a record holds it; one that is no policy of its kind
/// grants nothing: services refuse such when they are given.
/// </summary>
internal static class Compiled
{
    private static readonly ConditionalWeakTable<string, AttachedHolder>[] Known =
        [.. Enum.GetValues<PolicyKind>().Select(_ => new ConditionalWeakTable<string, AttachedHolder>())];

    /// <summary>Policies that grant together.</summary>
    public static PolicyStack Stack(IEnumerable<PolicyText> texts, PolicyKind kind)
    {
        var policies = new List<AttachedPolicy>();
        foreach (var text in texts)
        {
            if (Document(text.Document, kind) is { } document) policies.Add(new(text.Source, document));
        }

        return policies.Count == 0 ? PolicyStack.Empty : PolicyStack.Of(policies);
    }

    /// <summary>One policy by itself, kept with its text.</summary>
    public static PolicyStack Single(PolicyText text, PolicyKind kind)
    {
        var holder = Hold(text.Document, kind);
        return holder.Stack is { } kept && kept.Source == text.Source
            ? kept.Policies
            : (holder.Stack = new(text.Source, Stack([text], kind))).Policies;
    }

    private static PolicyDocument? Document(string text, PolicyKind kind) => Hold(text, kind).Document;

    private static AttachedHolder Hold(string text, PolicyKind kind) =>
        Known[(int)kind].GetValue(text, key => new(PolicyDocument.Read(key, kind, out _)));
}
