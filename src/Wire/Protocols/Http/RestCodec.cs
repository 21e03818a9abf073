using System.Buffers;
using System.Text;
using Orrery.Core;
using Orrery.Wire.Protocols.Errors;
using Orrery.Wire.Requests;
using Orrery.Wire.Schema;

namespace Orrery.Wire.Protocols.Http;

/// <summary>The REST protocols: members are spread over path, query string, headers, status and body.</summary>
/// <param name="format">What tells the two apart.</param>
internal sealed class RestCodec(IRestFormat format) : ProtocolCodec
{
    private const int PartialContent = 206;
    private const int NotModified = 304;

    /// <inheritdoc/>
    public override WireResponse WriteResult(OperationSchema operation, IShape result, string requestId)
    {
        var response = new WireResponse(operation.Status);
        var (bindings, document) = Write(operation, isRequest: false, result, response.Headers);
        if (bindings.Status is { } status) response.Status = status;
        // RFC 9110, 15.3.7: what tells a range is partial content. No model says so.
        else if (response.Headers.Contains("Content-Range")) response.Status = PartialContent;
        if (bindings.Bytes is { } bytes) response.Body = bytes;
        else response.Bytes = document;
        response.BodyStream = bindings.Streamed;
        if (document.Length > 0) response.Headers.Set("Content-Type", format.ContentType);
        format.Identify(response, operation.Service, requestId);
        return response;
    }

    /// <inheritdoc/>
    public override WireResponse WriteError(
        ServiceSchema? service, OperationSchema? operation, ServiceException error, string requestId)
    {
        var response = format.Error(service, ErrorView.Of(operation, error), requestId);
        foreach (var (name, value) in ErrorExtras.HeadersOf(error)) response.Headers.Add(name, value);
        if (operation?.Method == "HEAD" || error.Status == NotModified) response.Body = default;
        return response;
    }

    /// <inheritdoc/>
    public override WireRequest WriteRequest(OperationSchema operation, IShape request)
    {
        var headers = new WireHeaders();
        var (bindings, document) = Write(operation, isRequest: true, request, headers);
        if (document.Length > 0 && !headers.Contains("Content-Type")) headers.Add("Content-Type", format.ContentType);
        return new WireRequest
        {
            Method = operation.Method,
            RawPath = Path(operation, bindings.Labels),
            RawQuery = Query(operation, bindings.Query),
            Headers = headers,
            Body = bindings.Streamed is { } stream
                ? new WireBody(stream, null)
                : new WireBody(bindings.Bytes ?? document.ToArray()),
        };
    }

    /// <inheritdoc/>
    public override ServiceException ReadError(WireResponse response) => format.ReadError(response);

    /// <inheritdoc/>
    internal override ShapeSource OpenRequest(
        OperationSchema operation, WireRequest request, IReadOnlyList<PathLabel> labels, IRequestRules? rules)
    {
        var bound = BindingReader.OfRequest(operation, request, labels);
        var document = HasDocument(operation.Input)
            ? format.Open(operation, isRequest: true, request.Body.Bytes)
            : null;
        return new RestSource(
            bound, new BindingSource(rules) { Body = request.Body.OpenRead }, document, operation.Input.Payload);
    }

    /// <inheritdoc/>
    internal override ShapeSource OpenResult(OperationSchema operation, WireResponse response)
    {
        var bound = BindingReader.OfResult(operation, response);
        var document = HasDocument(operation.Output)
            ? format.Open(operation, isRequest: false, response.Body)
            : null;
        var bindings = new BindingSource(rules: null)
        {
            Body = () => response.BodyStream ?? new MemoryStream(response.Body.ToArray(), writable: false),
        };
        return new RestSource(bound, bindings, document, operation.Output.Payload);
    }

    /// <inheritdoc/>
    internal override ServiceException Violated(ServiceSchema service, IReadOnlyList<Violation> violations) =>
        format.Violated(service, violations);

    private static bool HasDocument(ShapeSchema shape) =>
        shape.Payload is { } payload ? !BindingReader.IsRaw(payload) : shape.HasBodyMembers;

    private static string Path(OperationSchema operation, IReadOnlyDictionary<string, string> labels)
    {
        var path = new StringBuilder();
        foreach (var segment in operation.Uri.Segments)
        {
            path.Append('/');
            var open = segment.IndexOf('{');
            if (open < 0)
            {
                path.Append(segment);
                continue;
            }

            var close = segment.IndexOf('}');
            var isGreedy = segment[close - 1] == '+';
            var label = segment[(open + 1)..(isGreedy ? close - 1 : close)];
            path.Append(segment.AsSpan(0, open));
            Percent.AppendEncoded(path, labels.GetValueOrDefault(label, string.Empty), keepSlash: isGreedy);
            path.Append(segment.AsSpan(close + 1));
        }

        if (operation.Uri.EndsWithSlash || path.Length == 0) path.Append('/');
        return path.ToString();
    }

    private static string Query(OperationSchema operation, string members)
    {
        var literals = operation.Uri.FixedQuery.Select(static q => q.Value is null ? q.Key : $"{q.Key}={q.Value}");
        return string.Join('&', members.Length == 0 ? literals : literals.Append(members));
    }

    private (BindingSink Bindings, ReadOnlySequence<byte> Document) Write(
        OperationSchema operation, bool isRequest, IShape value, WireHeaders headers)
    {
        RestDocument? document = null;
        var bindings = new BindingSink(headers, _ => (document ??= format.Begin(operation, isRequest)).Sink);
        ShapeWriter.WriteMembers(bindings, value);
        var isExpected = value.Schema.Payload is null && value.Schema.HasBodyMembers
            && (isRequest ? format.WritesEmptyRequests : operation.Status != 204);
        if (isExpected) document ??= format.Begin(operation, isRequest);
        return (bindings, document?.Finish() ?? default);
    }
}
