using Orrery.Authorization.Facts;
using Orrery.Contracts.Identity;
using Orrery.Kernel.Calls;

namespace Orrery.Authorization.Requests;

/// <summary>Finds the ARNs that a call is asked on.</summary>
/// <param name="call">The call.</param>
/// <param name="service">The service, by its model's name.</param>
/// <param name="facts">Its facts.</param>
/// <param name="members">What the request says.</param>
internal sealed class ResourceFinder(ReadCall call, string service, ServiceFacts facts, RequestMembers members)
{
    private const string ById = "?";
    private const string ByType = "?type";
    private const string AsIs = "any";
    private const string RoleOfProfile = "@profile";
    private const string Self = "@user";

    /// <summary>What an operation's own action is asked on: at least one.</summary>
    public List<string> Own(Asking asking)
    {
        var found = Found(asking);
        if (found.Count == 0) found.Add(asking.On is [var first, ..] ? All(first) : "*");
        return found;
    }

    /// <summary>What a further action is asked on; none where the request does not ask for it.</summary>
    public List<string> Also(Asking asking) =>
        asking.If is { } member && !members.Has(member) ? [] : Found(asking);

    private List<string> Found(Asking asking)
    {
        var found = new List<string>();
        foreach (var token in asking.On)
        {
            var before = found.Count;
            if (token.Sources.Count == 0) AddById(token, found);
            foreach (var source in token.Sources)
            {
                if (AddNamed(token.Type, source, found)) break;
            }

            if (found.Count == before && token.IsAlways) found.Add(All(token));
        }

        return found;
    }

    private static void Add(string arn, List<string> found)
    {
        if (!found.Contains(arn)) found.Add(arn);
    }

    private string All(Token token) =>
        facts.Types.TryGetValue(token.Type, out var type) ? Spelling.All(call, type) : "*";

    private void AddById(Token token, List<string> found)
    {
        if (!facts.Types.TryGetValue(token.Type, out var type) || type.Id is not { } id) return;
        foreach (var name in members.Ids(id)) Add(Spelling.Arn(call, service, token.Type, type, [name]), found);
    }

    // Whether the source names anything. Its last part may have several values, the others have one.
    private bool AddNamed(string type, string[] source, List<string> found)
    {
        foreach (var part in source.AsSpan())
        {
            if (Values(part).Count == 0) return false;
        }

        foreach (var last in Values(source[^1]))
        {
            var names = new string[source.Length];
            for (var i = 0; i < names.Length - 1; i++) names[i] = Values(source[i])[0];
            names[^1] = last;
            foreach (var arn in Arns(type, names)) Add(arn, found);
        }

        return true;
    }

    private IReadOnlyList<string> Arns(string type, string[] names) => type switch
    {
        AsIs => Spelling.IsArn(names[^1]) ? names[^1..] : [],
        ById => OfId(names[^1]),
        ByType => facts.Types.TryGetValue(names[^1], out var made) ? [Spelling.All(call, made)] : ["*"],
        RoleOfProfile => RoleOf(names[^1]),
        _ => facts.Types.TryGetValue(type, out var known) ? [Spelling.Arn(call, service, type, known, names)] : ["*"],
    };

    private string[] OfId(string id)
    {
        foreach (var (name, type) in facts.Types)
        {
            if (type.Id is { } prefix && RequestMembers.IsId(id, prefix))
                return [Spelling.Arn(call, service, name, type, [id])];
        }

        return ["*"];
    }

    private string[] RoleOf(string profile)
    {
        var name = profile[(profile.LastIndexOf('/') + 1)..];
        return call.FindPort<IInstanceProfiles>()?.Find(call, call.Account, name)?.RoleArn is { } role ? [role] : [];
    }

    private IReadOnlyList<string> Values(string part)
    {
        if (part == Self) return call.Caller.Kind == CallerKind.User || call.Caller.IsRoot ? [call.Caller.Arn] : [];
        return part.StartsWith('\'') ? [part[1..]] : members.At(part);
    }
}
