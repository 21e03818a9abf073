using Orrery.Authorization.Requests;
using Orrery.Contracts.Identity;
using Orrery.Engines.Policies.Requests;

namespace Orrery.Authorization.Deciding;

/// <summary>
/// Condition keys of access points: of requests through them, and of those that are about them. Source: Service
/// Authorization Reference, "Condition keys for Amazon S3".
/// </summary>
internal static class PointKeys
{
    /// <summary>The family of keys that ask for a tag of the access point.</summary>
    public const string Tag = "s3:AccessPointTag";

    private const string Mark = ":accesspoint/";

    /// <summary>The keys.</summary>
    public static Dictionary<string, Func<CallContext, ContextValues>> Table() => new(StringComparer.Ordinal)
    {
        ["s3:DataAccessPointArn"] = c => CallContext.One(ThroughOf(c)?.Arn ?? AboutOf(c)),
        ["s3:DataAccessPointAccount"] = c => CallContext.One(
            ThroughOf(c)?.Account ?? (AboutOf(c) is { } arn ? Spelling.Part(arn, 4) : null)),
        ["s3:AccessPointNetworkOrigin"] = c => CallContext.One(ThroughOf(c)?.Origin ?? OriginOf(c)),
    };

    /// <summary>The tags of the access point; none where there is none.</summary>
    public static IReadOnlyDictionary<string, string> TagsOf(CallContext context) =>
        ThroughOf(context)?.Tags ?? new Dictionary<string, string>();

    // The access point through which a request came, or which it is about where that is there.
    private static PointFacts? ThroughOf(CallContext context) => context.Store is { } store
        ? store.Through
        : AboutOf(context) is { } arn
            ? context.Call.FindPort<IStoreAccess>()?.Find(context.Call, new(context.Action, arn))?.Through
            : null;

    private static string? AboutOf(CallContext context) =>
        context.Store is null && context.Resource.StartsWith("arn:aws:s3:", StringComparison.Ordinal)
        && context.Resource.Contains(Mark, StringComparison.Ordinal)
            ? context.Resource
            : null;

    // What is yet to be made comes from where the request says.
    private static string? OriginOf(CallContext context) => context.Request.Entry.Operation != "CreateAccessPoint"
        ? null
        : context.Members.Has("VpcConfiguration") ? "VPC" : "Internet";
}
