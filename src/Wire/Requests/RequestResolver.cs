using Orrery.Wire.Signing;

namespace Orrery.Wire.Requests;

/// <summary>
/// Finds service, protocol and operation of a request. The strongest sign wins: X-Amz-Target and rpc-v2-cbor paths name
/// both; else the credential scope and the host name the service, and a form's Action or the route the operation.
/// </summary>
public sealed class RequestResolver
{
    /// <summary>The region of a presigned URL that names none: whichever its bucket is in.</summary>
    public const string GlobalRegion = "aws-global";

    private readonly ServiceDirectory _services;
    private readonly GateOptions _options;
    private readonly Func<string, bool> _isEndpoint;

    /// <summary>Indexes a catalog.</summary>
    public RequestResolver(IServiceCatalog catalog, GateOptions options)
    {
        _services = new ServiceDirectory(catalog);
        _isEndpoint = prefix => _services.AtEndpoint(prefix).Length > 0;
        _options = options;
    }

    /// <summary>
    /// Finds what head and credential scope tell, and for a form reads its body first. Afterwards the admission has a
    /// protocol and either an operation or a refusal.
    /// </summary>
    /// <param name="request">The request.</param>
    /// <param name="claim">Its signature, or null.</param>
    /// <param name="admission">Where the result goes.</param>
    /// <param name="readForm">Buffers and decodes the body, when its Action is needed.</param>
    internal ValueTask ResolveAsync(
        WireRequest request, SignatureClaim? claim, Admission admission, Func<Admission, ValueTask> readForm)
    {
        var host = HostName.Parse(request.Host, _isEndpoint);
        admission.IsOfNoRegion = claim is { IsOld: true } && host.Region is null;
        admission.Region = admission.IsOfNoRegion ? GlobalRegion : Region(claim, host);
        if (PointHost.ArnOf(request.Host, admission.Region) is { } point)
            host = host with { EndpointPrefix = "s3", Bucket = Percent.Encode(point) };
        admission.Protocol = Guess(request, claim);
        if (ResolveTarget(request, claim, admission) || ResolveCbor(request, claim, admission)) return default;
        var candidates = Candidates(claim, host);
        if (MayBeForm(request, candidates)) return AfterFormAsync();
        ResolveRest(request, claim, host, candidates, admission);
        return default;

        async ValueTask AfterFormAsync()
        {
            await readForm(admission).ConfigureAwait(false);
            if (!ResolveForm(request, candidates, admission)) ResolveRest(request, claim, host, candidates, admission);
        }
    }

    /// <summary>The protocol to refuse a request in that cannot even pass the gate.</summary>
    public static WireProtocol ProtocolOf(WireRequest request) => Guess(request, null);

    /// <summary>The protocol to refuse a request in before its service is known.</summary>
    internal static WireProtocol Guess(WireRequest request, SignatureClaim? claim)
    {
        if (request.Headers.Contains("X-Amz-Target"))
            return request.MediaType.Equals("application/x-amz-json-1.0", StringComparison.OrdinalIgnoreCase)
                ? WireProtocol.Json10
                : WireProtocol.Json11;
        if (request.Headers.Get("Smithy-Protocol") == "rpc-v2-cbor") return WireProtocol.RpcV2Cbor;
        if (claim?.Service == "ec2") return WireProtocol.Ec2;
        if (IsForm(request) || HasAction(request)) return WireProtocol.Query;
        return IsJson(request) ? WireProtocol.RestJson : WireProtocol.RestXml;
    }

    private string Region(SignatureClaim? claim, HostName host) =>
        claim is { Region.Length: > 0 } ? claim.Region : host.Region ?? _options.DefaultRegion;

    private bool ResolveTarget(WireRequest request, SignatureClaim? claim, Admission admission)
    {
        if (!request.Headers.TryGet("X-Amz-Target", out var target)) return false;
        var dot = target.LastIndexOf('.');
        var (prefix, operation) = dot < 0 ? ("", target) : (target[..dot], target[(dot + 1)..]);
        return Name(_services.ForTarget(prefix), operation, claim, admission);
    }

    // Smithy RPC v2 protocol: the path ends in /service/{service}/operation/{operation}.
    private bool ResolveCbor(WireRequest request, SignatureClaim? claim, Admission admission)
    {
        if (request.Headers.Get("Smithy-Protocol") != "rpc-v2-cbor") return false;
        var parts = request.Path.Split('/');
        return parts is [.., "service", var service, "operation", var operation]
            ? Name(_services.ForTarget(service), operation, claim, admission)
            : Refuse(admission, RoutingErrors.UnknownRoute(ErrorFamily.RestJson, Line(request)));
    }

    private static bool Name(ServiceModel[] services, string operation, SignatureClaim? claim, Admission admission)
    {
        foreach (var service in services)
        {
            if (service.Find(operation) is not { } found) continue;
            if (admission.Operation is not null && service.SigningName != claim?.Service) continue;
            (admission.Service, admission.Operation) = (service, found);
        }
        if (admission.Operation is not null) return true;
        admission.Service = services.FirstOrDefault();
        return Refuse(admission, RoutingErrors.UnknownOperation(ErrorFamily.Json, operation));
    }

    private ServiceModel[] Candidates(SignatureClaim? claim, HostName host)
    {
        var atHost = host.EndpointPrefix is { } prefix ? _services.AtEndpoint(prefix) : [];
        if (claim is null) return atHost;
        var signed = _services.SignedAs(claim.Service);
        var both = signed.Length > 1 ? Array.FindAll(signed, s => Array.IndexOf(atHost, s) >= 0) : [];
        return both.Length > 0 ? both : signed;
    }

    private static bool MayBeForm(WireRequest request, ServiceModel[] candidates)
    {
        if (candidates.Length > 0 && !Array.Exists(candidates, ServiceDirectory.SpeaksForms)) return false;
        return HasAction(request) || IsForm(request)
            || (candidates.Length > 0 && !Array.Exists(candidates, SpeaksRest));
    }

    private static bool HasAction(WireRequest request) =>
        request.RawQuery.Contains("Action=", StringComparison.Ordinal);

    private static bool IsForm(WireRequest request)
    {
        // Nearly all clients write it so; the rest takes the long way.
        const string Form = "application/x-www-form-urlencoded";
        var type = request.Headers.Get("Content-Type").AsSpan();
        if (type.StartsWith(Form, StringComparison.Ordinal) && (type.Length == Form.Length || type[Form.Length] == ';'))
            return true;
        return request.MediaType.Equals(Form, StringComparison.OrdinalIgnoreCase);
    }

    private static bool SpeaksRest(ServiceModel service) =>
        service.Speaks(WireProtocol.RestJson) || service.Speaks(WireProtocol.RestXml);

    private bool ResolveForm(WireRequest request, ServiceModel[] candidates, Admission admission)
    {
        var body = request.Body.IsBuffered ? request.Body.Bytes.Span : [];
        var action = request.Query.Get("Action") ?? FormScan.Find(body, "Action"u8);
        var version = request.Query.Get("Version") ?? FormScan.Find(body, "Version"u8);
        if (action is null)
        {
            if (candidates.Length == 0 || Array.Exists(candidates, SpeaksRest)) return false;
            return Refuse(admission, RoutingErrors.MissingAction(Settle(candidates[0], admission)));
        }
        if (candidates.Length == 0) candidates = _services.FormsOfVersion(version ?? "");
        var chosen = Fitting(candidates, action, version);
        if (chosen is null)
        {
            var family = candidates.Length > 0 ? Settle(candidates[0], admission) : ErrorFamily.Query;
            return Refuse(admission, RoutingErrors.UnknownOperation(family, action, version));
        }
        Settle(chosen, admission);
        admission.Operation = chosen.Find(action);
        return true;
    }

    // The service of the version asked for, else the first that has the action.
    private static ServiceModel? Fitting(ServiceModel[] candidates, string action, string? version)
    {
        ServiceModel? first = null;
        foreach (var service in candidates)
        {
            if (!ServiceDirectory.SpeaksForms(service) || service.Find(action) is null) continue;
            if (service.ApiVersion == version) return service;
            first ??= service;
        }
        return first;
    }

    private static ErrorFamily Settle(ServiceModel service, Admission admission)
    {
        admission.Service = service;
        admission.Protocol = service.Speaks(WireProtocol.Ec2) ? WireProtocol.Ec2 : WireProtocol.Query;
        return ErrorFamilies.Of(admission.Protocol, service);
    }

    private void ResolveRest(
        WireRequest request, SignatureClaim? claim, HostName host, ServiceModel[] candidates, Admission admission)
    {
        if (candidates.Length == 0)
        {
            if (claim is not null)
            {
                Refuse(admission, RoutingErrors.UnknownService(claim.Service));
                return;
            }
            if (FindRoute(request, _services.WithUnsignedOperations, null, admission, unsignedOnly: true)) return;
            if (_services.S3 is { } s3) candidates = [s3];
        }
        if (FindRoute(request, candidates, host.Bucket, admission, unsignedOnly: false)) return;
        var service = candidates.FirstOrDefault();
        if (service is not null && !IsRest(service.Protocols[0], admission)) admission.Protocol = service.Protocols[0];
        admission.Service = service;
        var family = ErrorFamilies.Of(admission.Protocol, service);
        Refuse(admission, RoutingErrors.UnknownRoute(family, Line(request)));
    }

    private static bool FindRoute(
        WireRequest request, ServiceModel[] services, string? bucket, Admission admission, bool unsignedOnly)
    {
        RouteMatch? best = null;
        foreach (var service in services)
        {
            if (!SpeaksRest(service)) continue;
            // A virtual-hosted bucket is the path's first segment in all but the signature.
            var path = bucket is not null && service.Name == "s3" ? $"/{bucket}{request.Path}" : request.Path;
            if (service.Routes.Find(request, path) is not { } match) continue;
            if (unsignedOnly && !match.Operation.IsUnsigned) continue;
            if (best is not null && match.Literals <= best.Literals) continue;
            best = match;
            (admission.Service, admission.Operation, admission.Labels) = (service, match.Operation, match.Labels);
            admission.IsText = match.IsText;
            admission.Protocol = service.Speaks(WireProtocol.RestJson) ? WireProtocol.RestJson : WireProtocol.RestXml;
        }
        return best is not null;
    }

    // A REST service answers in its own protocol; of the others, what is left is an RPC without its target.
    private static bool IsRest(WireProtocol protocol, Admission admission)
    {
        if (protocol is not (WireProtocol.RestJson or WireProtocol.RestXml)) return false;
        admission.Protocol = protocol;
        return true;
    }

    private static string Line(WireRequest request) => $"{request.Method} {request.RawPath}";

    private static bool IsJson(WireRequest request) =>
        request.MediaType.Contains("json", StringComparison.OrdinalIgnoreCase);

    private static bool Refuse(Admission admission, Core.ServiceException refusal)
    {
        admission.Refusal = refusal;
        return true;
    }
}
