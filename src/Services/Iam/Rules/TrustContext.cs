using System.Globalization;

namespace Orrery.Services.Iam.Rules;

/// <summary>The condition keys of a request for a role. Source: IAM User Guide, "IAM and STS condition keys".</summary>
internal sealed class TrustContext
{
    private readonly Dictionary<string, IReadOnlyList<string>> _keys = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The keys.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Keys => _keys;

    /// <summary>The keys that every request has.</summary>
    public static TrustContext At(ReadCall call)
    {
        var context = new TrustContext();
        context.Add("aws:CurrentTime", call.Now.ToString("O", CultureInfo.InvariantCulture));
        context.Add("aws:EpochTime", call.Now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture));
        context.Add("aws:RequestedRegion", call.Region);
        return context;
    }

    /// <summary>Adds a key; not where it has no value.</summary>
    public TrustContext Add(string key, string? value)
    {
        if (value is not null) _keys[key] = [value];
        return this;
    }

    /// <summary>Adds a key of several values.</summary>
    public TrustContext AddMany(string key, IReadOnlyList<string> values)
    {
        if (values.Count > 0) _keys[key] = values;
        return this;
    }

    /// <summary>Adds the tags of a request.</summary>
    public TrustContext AddTags(SessionTags tags)
    {
        foreach (var tag in tags.All) Add("aws:RequestTag/" + tag.Key, tag.Value);
        AddMany("aws:TagKeys", [.. tags.All.Select(t => t.Key)]);
        return AddMany("sts:TransitiveTagKeys", tags.Transitive);
    }

    /// <summary>Adds who calls.</summary>
    public TrustContext AddCaller(ReadCall call, DateTimeOffset? mfaAt)
    {
        var facts = call.FindPort<Contracts.Identity.IIdentities>()?.Find(call, call.Caller);
        Add("aws:PrincipalArn", facts?.PrincipalArn ?? call.Caller.Arn);
        Add("aws:PrincipalAccount", call.Caller.Account);
        var organization = call.FindPort<Contracts.Identity.IOrganizations>()?.Of(call, call.Caller.Account);
        Add("aws:PrincipalOrgID", organization?.Id);
        Add("aws:PrincipalOrgPaths", organization?.Path);
        Add("aws:PrincipalType", call.Caller.IsRoot ? "Account" : call.Caller.Kind.ToString());
        Add("aws:userid", facts?.UserId ?? call.Caller.UserId);
        Add("aws:username", facts?.UserName);
        foreach (var tag in facts?.Tags ?? new Dictionary<string, string>())
            Add("aws:PrincipalTag/" + tag.Key, tag.Value);
        var shown = mfaAt ?? facts?.MfaAt;
        if (shown is null && facts?.IssuedAt is null) return this;
        Add("aws:MultiFactorAuthPresent", shown is null ? "false" : "true");
        if (shown is { } at)
            Add("aws:MultiFactorAuthAge", ((long)(call.Now - at).TotalSeconds).ToString(CultureInfo.InvariantCulture));
        return this;
    }
}
