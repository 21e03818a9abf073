using System.Buffers;
using Orrery.Core;
using Orrery.Wire.Protocols.Errors;
using Orrery.Wire.Protocols.Json;
using Orrery.Wire.Requests;
using Orrery.Wire.Schema;

namespace Orrery.Wire.Protocols.Cbor;

/// <summary>Smithy RPC v2 with CBOR. Source: Smithy, "Smithy RPC v2 CBOR protocol".</summary>
internal sealed class CborCodec : ProtocolCodec
{
    private const string ContentType = "application/cbor";

    /// <inheritdoc/>
    public override WireResponse WriteResult(OperationSchema operation, IShape result, string requestId) =>
        Answer(200, Document(result), requestId);

    /// <inheritdoc/>
    public override WireResponse WriteError(
        ServiceSchema? service, OperationSchema? operation, ServiceException error, string requestId)
    {
        var view = ErrorView.Of(operation, error);
        var cbor = new CborOutput();
        cbor.BeginMap(2);
        cbor.Text("__type");
        cbor.Text($"com.amazonaws.{service?.Id ?? "orrery"}#{view.Shape}");
        cbor.Text(view.MessageName);
        cbor.Text(view.Message);
        var response = Answer(view.Status, cbor.ToBytes(), requestId);
        QueryErrorHeader.Add(response, service, view);
        return response;
    }

    /// <inheritdoc/>
    public override WireRequest WriteRequest(OperationSchema operation, IShape request) => new()
    {
        Method = "POST",
        RawPath = $"/service/{operation.Service.TargetPrefix}/operation/{operation.Name}",
        Headers = new WireHeaders
        {
            { "smithy-protocol", "rpc-v2-cbor" },
            { "Accept", ContentType },
            { "Content-Type", ContentType },
        },
        Body = new WireBody(Document(request).ToArray()),
    };

    /// <inheritdoc/>
    public override ServiceException ReadError(WireResponse response)
    {
        var cbor = new CborInput(response.Body);
        var (code, message) = (string.Empty, string.Empty);
        for (var left = cbor.Begin(CborMajor.Map); left < 0 ? !cbor.TryBreak() : left-- > 0;)
        {
            switch (cbor.Text())
            {
                case "__type": code = JsonErrorDocument.Plain(cbor.Text()); break;
                case "message" or "Message": message = cbor.Text(); break;
                default: cbor.Skip(); break;
            }
        }

        return new ServiceException(code, message, response.Status);
    }

    /// <inheritdoc/>
    internal override ShapeSource OpenRequest(
        OperationSchema operation, WireRequest request, IReadOnlyList<PathLabel> labels, IRequestRules? rules) =>
        Open(request.Body.Bytes);

    /// <inheritdoc/>
    internal override ShapeSource OpenResult(OperationSchema operation, WireResponse response) => Open(response.Body);

    /// <inheritdoc/>
    internal override ServiceException Violated(ServiceSchema service, IReadOnlyList<Violation> violations) =>
        ConstraintErrors.Json(service, violations);

    // An operation without input is called without a body.
    private static CborSource Open(ReadOnlyMemory<byte> body) =>
        new(new CborInput(body.IsEmpty ? new byte[] { 0xA0 } : body));

    private static ReadOnlySequence<byte> Document(IShape value)
    {
        var cbor = new CborOutput();
        cbor.BeginMap();
        ShapeWriter.WriteMembers(new CborSink(cbor), value);
        cbor.Break();
        return cbor.ToBytes();
    }

    private static WireResponse Answer(int status, ReadOnlySequence<byte> body, string requestId)
    {
        var response = WireResponse.Of(status, ContentType, body);
        response.Headers.Add("smithy-protocol", "rpc-v2-cbor");
        response.Headers.Add("x-amzn-RequestId", requestId);
        return response;
    }
}
