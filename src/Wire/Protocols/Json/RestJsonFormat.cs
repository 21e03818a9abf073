using Orrery.Core;
using Orrery.Wire.Protocols.Errors;
using Orrery.Wire.Protocols.Http;
using Orrery.Wire.Requests;
using Orrery.Wire.Schema;

namespace Orrery.Wire.Protocols.Json;

/// <summary>JSON bodies of the rest-json protocol. Source: Smithy, "AWS REST JSON 1.0 protocol".</summary>
internal sealed class RestJsonFormat : IRestFormat
{
    /// <inheritdoc/>
    public string ContentType => "application/json";

    /// <inheritdoc/>
    public bool WritesEmptyRequests => true;

    /// <inheritdoc/>
    public RestDocument Begin(OperationSchema operation, bool isRequest)
    {
        var payload = (isRequest ? operation.Input : operation.Output).Payload;
        var sink = new JsonSink(payload);
        if (payload is not null) return new RestDocument(sink, sink.ToBytes);
        sink.Json.WriteStartObject();
        return new RestDocument(sink, () =>
        {
            sink.Json.WriteEndObject();
            return sink.ToBytes();
        });
    }

    /// <inheritdoc/>
    public ShapeSource? Open(OperationSchema operation, bool isRequest, ReadOnlyMemory<byte> body) =>
        body.IsEmpty ? null : new JsonSource(body);

    /// <inheritdoc/>
    public WireResponse Error(ServiceSchema? service, ErrorView error, string requestId)
    {
        var response = WireResponse.Of(error.Status, ContentType, JsonErrorDocument.Write(error, withType: false));
        response.Headers.Add("x-amzn-ErrorType", error.Shape);
        Identify(response, service, requestId);
        return response;
    }

    /// <inheritdoc/>
    public ServiceException ReadError(WireResponse response) => JsonErrorDocument.Read(response);

    /// <inheritdoc/>
    public ServiceException Violated(ServiceSchema service, IReadOnlyList<Violation> violations) =>
        ConstraintErrors.Json(service, violations);

    /// <inheritdoc/>
    public void Identify(WireResponse response, ServiceSchema? service, string requestId) =>
        response.Headers.Add("x-amzn-RequestId", requestId);
}
