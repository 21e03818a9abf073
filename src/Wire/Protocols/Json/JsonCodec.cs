using System.Buffers;
using Orrery.Core;
using Orrery.Wire.Protocols.Errors;
using Orrery.Wire.Requests;
using Orrery.Wire.Schema;

namespace Orrery.Wire.Protocols.Json;

/// <summary>AWS JSON 1.0 and 1.1. Source: Smithy, "AWS JSON 1.1 protocol".</summary>
/// <param name="version">The version in the media type.</param>
internal sealed class JsonCodec(string version) : ProtocolCodec
{
    private readonly string _contentType = "application/x-amz-json-" + version;

    /// <inheritdoc/>
    public override WireResponse WriteResult(OperationSchema operation, IShape result, string requestId) =>
        Answer(operation.Status, Document(result), requestId);

    /// <inheritdoc/>
    public override WireResponse WriteError(
        ServiceSchema? service, OperationSchema? operation, ServiceException error, string requestId)
    {
        var view = ErrorView.Of(operation, error);
        var response = Answer(view.Status, JsonErrorDocument.Write(view, withType: true), requestId);
        QueryErrorHeader.Add(response, service, view);
        return response;
    }

    /// <inheritdoc/>
    public override WireRequest WriteRequest(OperationSchema operation, IShape request) => new()
    {
        Method = "POST",
        RawPath = "/",
        Headers = new WireHeaders
        {
            { "X-Amz-Target", $"{operation.Service.TargetPrefix}.{operation.Name}" },
            { "Content-Type", _contentType },
        },
        Body = new WireBody(Document(request).ToArray()),
    };

    /// <inheritdoc/>
    public override ServiceException ReadError(WireResponse response) => JsonErrorDocument.Read(response);

    /// <inheritdoc/>
    internal override ShapeSource OpenRequest(
        OperationSchema operation, WireRequest request, IReadOnlyList<PathLabel> labels, IRequestRules? rules) =>
        new JsonSource(request.Body.Bytes);

    /// <inheritdoc/>
    internal override ShapeSource OpenResult(OperationSchema operation, WireResponse response) =>
        new JsonSource(response.Body);

    /// <inheritdoc/>
    internal override ServiceException Violated(ServiceSchema service, IReadOnlyList<Violation> violations) =>
        ConstraintErrors.Json(service, violations);

    private static ReadOnlySequence<byte> Document(IShape value)
    {
        var sink = new JsonSink();
        sink.Json.WriteStartObject();
        ShapeWriter.WriteMembers(sink, value);
        sink.Json.WriteEndObject();
        return sink.ToBytes();
    }

    private WireResponse Answer(int status, ReadOnlySequence<byte> body, string requestId)
    {
        var response = WireResponse.Of(status, _contentType, body);
        response.Headers.Add("x-amzn-RequestId", requestId);
        return response;
    }
}
