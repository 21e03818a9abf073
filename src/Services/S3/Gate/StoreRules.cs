using Orrery.Wire.Protocols.Errors;
using Orrery.Wire.Requests;
using Orrery.Wire.Schema;

namespace Orrery.Services.S3.Gate;

/// <summary>What S3 asks of requests for buckets and objects, and says in words of its own. Source: Amazon S3 API
/// Reference, "Error responses"; the elements as seen in public issue threads.</summary>
internal sealed class StoreRules : IRequestRules
{
    private const string Attributes = "x-amz-object-attributes";

    private SubResources? _subResources;

    /// <inheritdoc/>
    public void CheckHead(WireRequest request, Admission admission, bool hasTrailer)
    {
        // Keys are UTF-8; that this is said to those that are not is guessed.
        if (!admission.IsText) throw new ServiceException("InvalidURI", "Couldn't parse the specified URI.");
        (_subResources ??= new(admission.Service!)).Check(request, admission);
        QueryRules.Check(request, admission.Operation!);
        HeadRules.Check(request, admission.Operation, hasTrailer);
    }

    /// <inheritdoc/>
    public void CheckDocument(WireRequest request, Admission admission) =>
        DocumentRules.Check(request, admission.Operation);

    /// <summary>A POST to a bucket that names no sub-resource is a form that uploads, and this is none.</summary>
    public ServiceException? Unrouted(WireRequest request)
    {
        if (request.Method != "POST" || request.RawQuery.Length > 0) return null;
        var path = request.Path.AsSpan().Trim('/');
        return (HasBucket(request.Host) ? path.Length == 0 : path.Length > 0 && !path.Contains('/'))
            ? new("RequestIsNotMultiPartContent", "Bucket POST must be of the enclosure-type multipart/form-data.")
            : null;
    }

    /// <inheritdoc/>
    public ServiceException? Violated(IReadOnlyList<Violation> violations)
    {
        foreach (var violation in violations)
            if (Of(violation) is { } known) return known;
        return null;
    }

    /// <summary>The text for max-keys as seen in public issue threads, that others have the like is guessed.</summary>
    public ServiceException Unreadable(string name, string text, string expected) => Errors.InvalidArgument(
        expected == "an integer"
            ? $"Provided {name} not an integer or within integer range"
            : $"The value of {name} is not {expected}.",
        name,
        text);

    private ServiceException? Of(Violation violation) => (violation.Kind, violation.Member) switch
    {
        (ViolationKind.Enum, { } member) => OfEnum(member, violation.Value ?? ""),
        (ViolationKind.TooSmall or ViolationKind.TooLarge, { Location: not MemberLocation.Body } member)
            when member.Target is { Kind: ShapeKind.Integer, Min: null, Max: null } =>
            Unreadable(member.WireName, violation.Value ?? "", "an integer"),
        // The text as AWS gave it in versity/versitygw, ErrObjectAttributesInvalidHeader.
        (ViolationKind.Missing, { WireName: Attributes }) => Errors.InvalidRequest(
            "The x-amz-object-attributes header specifying the attributes to be retrieved is either missing or empty"),
        _ => null,
    };

    private static ServiceException? OfEnum(MemberSchema member, string value) => member switch
    {
        { Target.Name: "BucketLocationConstraint" } => Errors.InvalidLocation(value),
        { Target.Name: "StorageClass", Location: MemberLocation.Header } =>
            Errors.InvalidStorageClass().WithElement("StorageClassRequested", value),
        { Target.Name: "ObjectAttributes" } =>
            Errors.InvalidArgument("Invalid attribute name specified.", Attributes, value),
        { WireName: "encoding-type" } =>
            Errors.InvalidArgument("Invalid Encoding Method specified in Request", member.WireName, value),
        { WireName: "x-amz-metadata-directive" } =>
            Errors.InvalidArgument("Unknown metadata directive.", member.WireName, value),
        { WireName: "x-amz-tagging-directive" } =>
            Errors.InvalidArgument("Unknown tagging directive.", member.WireName, value),
        _ => null,
    };

    private static bool HasBucket(string host) =>
        HostName.BucketOf(host) is not null || PointHost.ArnOf(host, GateOptions.FirstRegion) is not null;
}
