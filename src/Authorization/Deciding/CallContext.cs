using System.Globalization;
using Orrery.Authorization.Facts;
using Orrery.Authorization.Requests;
using Orrery.Contracts.Identity;
using Orrery.Engines.Policies.Requests;
using Orrery.Kernel.Calls;
using Orrery.Operations;

namespace Orrery.Authorization.Deciding;

/// <summary>
/// What conditions may ask of a call, worked out when they ask. Source: IAM User Guide, "AWS global condition context
/// keys", and the Service Authorization Reference for the keys of services.
/// </summary>
/// <param name="call">The call.</param>
/// <param name="request">What is asked for.</param>
/// <param name="principal">Who asks.</param>
internal sealed class CallContext(ReadCall call, GuardedRequest request, KnownPrincipal principal) : IRequestContext
{
    private string? _tagsOf;
    private IReadOnlyDictionary<string, string>? _tags;

    /// <summary>The call.</summary>
    public ReadCall Call => call;

    /// <summary>What is asked for.</summary>
    public GuardedRequest Request => request;

    /// <summary>Who asks.</summary>
    public IdentityFacts Identity => principal.Facts;

    /// <summary>What the request says; read when first asked for.</summary>
    public RequestMembers Members => field ??= RequestMembers.Of(request.Request);

    /// <summary>The resource that is decided about now.</summary>
    public string Resource { get; set; } = "*";

    /// <summary>The action that is decided about now.</summary>
    public string Action { get; set; } = "";

    /// <summary>What S3 says of the bucket or object that is decided about now, or null.</summary>
    public StoreFacts? Store { get; set; }

    /// <summary>The version of the object that is decided about now, or null.</summary>
    public string? VersionId { get; set; }

    /// <summary>The VPC endpoint through which the request came; null where through none.</summary>
    public EndpointDoor? Door { get; init; }

    /// <summary>Whether nobody signed.</summary>
    public bool IsNobody => call.Caller.Kind == CallerKind.Anonymous;

    /// <summary>What limits the account of who asks.</summary>
    public Fence? Fence => principal.Fence;

    /// <summary>The account of that resource: the caller's, where its ARN tells none.</summary>
    public string ResourceAccount =>
        Store?.Owner ?? ResourceKeys.AccountOf(call, Resource);

    /// <summary>
    /// The services through which the action that is decided about now is asked: what an operation does elsewhere for
    /// who calls is asked through its service. That a role may be passed is no request.
    /// </summary>
    public IReadOnlyList<string> Via =>
        Action.Length == 0 || Action == "iam:PassRole" || OwnPrefix is not { } own
            || Action.StartsWith(own + ":", StringComparison.OrdinalIgnoreCase)
            ? []
            : [ServiceChain.PrincipalOf(request.Entry.Service.Id)];

    // The prefix of the operation's own action: that of "monitoring" is cloudwatch.
    private string? OwnPrefix =>
        ServiceFacts.Of(request.Entry.Service.Id)?.Find(request.Entry.Operation)?.Own.Action.Service;

    /// <summary>What limits the use of that resource.</summary>
    public Fence? ResourceFence => Fences.Of(call, ResourceAccount);

    /// <summary>The tags of that resource.</summary>
    private IReadOnlyDictionary<string, string> ResourceTags
    {
        get
        {
            if (_tagsOf == Resource && _tags is not null) return _tags;
            _tagsOf = Resource;
            return _tags = ResourceKeys.TagsOf(call, Resource);
        }
    }

    /// <inheritdoc/>
    public ContextValues Get(ContextKey key)
    {
        var name = key.Name;
        if (EncryptionKeys.NameIn(name) is { } entry) return One(EncryptionKeys.Of(this).GetValueOrDefault(entry));
        var slash = name.IndexOf('/', StringComparison.Ordinal);
        return slash < 0
            ? ResourceKeys.PropertyOf(call, Resource, name) ?? ContextKeys.Get(this, name)
            : Tag(name[..slash], name[(slash + 1)..]);
    }

    /// <summary>All keys that the call has, with their values: what a refusal keeps.</summary>
    public Dictionary<string, IReadOnlyList<string>> All()
    {
        var all = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        foreach (var name in ContextKeys.Names)
        {
            var values = ContextKeys.Get(this, name);
            if (values.Count > 0) all[name] = [.. Enumerable.Range(0, values.Count).Select(i => values[i])];
        }

        foreach (var (tag, value) in Members.Tags) all[$"aws:RequestTag/{tag}"] = [value];
        foreach (var (tag, value) in ResourceTags) all[$"aws:ResourceTag/{tag}"] = [value];
        return all;
    }

    /// <summary>One value, or none.</summary>
    public static ContextValues One(string? value) => value is null ? ContextValues.None : new(value);

    /// <summary>Several values, or none.</summary>
    public static ContextValues Many(IReadOnlyCollection<string> values) =>
        values.Count == 0 ? ContextValues.None : new([.. values]);

    /// <summary>A number as policies write it.</summary>
    public static string Whole(double number) => ((long)number).ToString(CultureInfo.InvariantCulture);

    /// <summary>An instant as policies write it.</summary>
    public static string Instant(DateTimeOffset at) =>
        at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private ContextValues Tag(string family, string tag)
    {
        if (Is(family, "s3:ExistingObjectTag")) return Store?.Tags() is { } tags ? Of(tags, tag) : ContextValues.None;
        if (Is(family, "s3:RequestObjectTag")) return Of(StoreKeys.TagsOf(this), tag);
        if (Is(family, AttributeKeys.Name)) return AttributeKeys.ValuesOf(this, tag);
        if (Is(family, PointKeys.Tag)) return Of(PointKeys.TagsOf(this), tag);
        if (Is(family, "aws:PrincipalTag")) return Of(Identity.Tags, tag);
        if (Is(family, "aws:RequestTag")) return Of(Members.Tags, tag);
        return Is(family, "aws:ResourceTag") || family.EndsWith(":ResourceTag", StringComparison.OrdinalIgnoreCase)
            ? Of(ResourceTags, tag)
            : ResourceKeys.PropertyOf(call, Resource, $"{family}/{tag}") ?? ContextKeys.Get(this, $"{family}/{tag}");
    }

    private static bool Is(string family, string name) => family.Equals(name, StringComparison.OrdinalIgnoreCase);

    // Keys of tags in conditions do not depend on case.
    private static ContextValues Of(IReadOnlyDictionary<string, string> tags, string tag)
    {
        if (tags.TryGetValue(tag, out var value)) return new(value);
        foreach (var (key, other) in tags)
        {
            if (Is(key, tag)) return new(other);
        }

        return ContextValues.None;
    }
}
