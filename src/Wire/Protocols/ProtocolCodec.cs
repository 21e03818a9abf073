using Orrery.Core;
using Orrery.Wire.Protocols.Cbor;
using Orrery.Wire.Protocols.Forms;
using Orrery.Wire.Protocols.Http;
using Orrery.Wire.Protocols.Json;
using Orrery.Wire.Protocols.Xml;
using Orrery.Wire.Requests;
using Orrery.Wire.Schema;

namespace Orrery.Wire.Protocols;

/// <summary>
/// One protocol, both ways. The server reads requests and writes results and errors; the typed client of the tests does
/// the reverse. Whatever is malformed is a <see cref="ServiceException"/> with a 4xx status, and nothing else.
/// </summary>
public abstract class ProtocolCodec
{
    private static readonly Dictionary<WireProtocol, ProtocolCodec> All = new()
    {
        [WireProtocol.Ec2] = new FormCodec(isEc2: true),
        [WireProtocol.Query] = new FormCodec(isEc2: false),
        [WireProtocol.Json10] = new JsonCodec("1.0"),
        [WireProtocol.Json11] = new JsonCodec("1.1"),
        [WireProtocol.RestJson] = new RestCodec(new RestJsonFormat()),
        [WireProtocol.RestXml] = new RestCodec(new RestXmlFormat()),
        [WireProtocol.RpcV2Cbor] = new CborCodec(),
    };

    /// <summary>The codec of a protocol.</summary>
    public static ProtocolCodec Of(WireProtocol protocol) => All[protocol];

    /// <summary>Reads a request whose body is buffered, or streamed where the operation takes a stream.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="request">The request.</param>
    /// <param name="labels">The labels of the path, as routing found them; empty for protocols without.</param>
    public T ReadRequest<T>(OperationSchema operation, WireRequest request, IReadOnlyList<PathLabel> labels)
        where T : class, IReadableShape<T> => ReadRequest(operation, request, labels, T.FromWire);

    /// <summary>Reads a request with a reader of choice.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="request">The request.</param>
    /// <param name="labels">The labels of the path.</param>
    /// <param name="read">The reader.</param>
    /// <param name="rules">What the service says in words of its own, or null.</param>
    public T ReadRequest<T>(
        OperationSchema operation,
        WireRequest request,
        IReadOnlyList<PathLabel> labels,
        Func<ShapeReader, T> read,
        IRequestRules? rules = null)
    {
        if (operation.HasEventStream) throw WireErrors.EventStream(operation);
        var checker = new ConstraintChecker(enforce: true);
        var value = Read(operation.Input, OpenRequest(operation, request, labels, rules), checker, read);
        if (checker.Violations is { Count: > 0 } violations)
            throw rules?.Violated(violations) ?? Violated(operation.Service, violations);
        return value;
    }

    /// <summary>Writes a result.</summary>
    public abstract WireResponse WriteResult(OperationSchema operation, IShape result, string requestId);

    /// <summary>Writes an error.</summary>
    /// <param name="service">The service, or null when none was found.</param>
    /// <param name="operation">The operation, or null when it is not served.</param>
    /// <param name="error">The refusal.</param>
    /// <param name="requestId">The id of the request.</param>
    public abstract WireResponse WriteError(
        ServiceSchema? service, OperationSchema? operation, ServiceException error, string requestId);

    /// <summary>Writes a request: the client's side.</summary>
    public abstract WireRequest WriteRequest(OperationSchema operation, IShape request);

    /// <summary>Reads a result: the client's side.</summary>
    public T ReadResult<T>(OperationSchema operation, WireResponse response)
        where T : class, IReadableShape<T> => ReadResult(operation, response, T.FromWire);

    /// <summary>Reads a result with a reader of choice: the client's side.</summary>
    public T ReadResult<T>(OperationSchema operation, WireResponse response, Func<ShapeReader, T> read)
    {
        if (operation.HasEventStream) throw WireErrors.EventStream(operation);
        return Read(operation.Output, OpenResult(operation, response), new ConstraintChecker(enforce: false), read);
    }

    /// <summary>Reads an error: the client's side.</summary>
    public abstract ServiceException ReadError(WireResponse response);

    /// <summary>Opens a request for reading.</summary>
    internal abstract ShapeSource OpenRequest(
        OperationSchema operation, WireRequest request, IReadOnlyList<PathLabel> labels, IRequestRules? rules);

    /// <summary>Opens a result for reading.</summary>
    internal abstract ShapeSource OpenResult(OperationSchema operation, WireResponse response);

    /// <summary>The refusal of a request that breaks constraints.</summary>
    internal abstract ServiceException Violated(ServiceSchema service, IReadOnlyList<Violation> violations);

    private static T Read<T>(
        ShapeSchema shape, ShapeSource source, ConstraintChecker checker, Func<ShapeReader, T> read)
    {
        var value = read(new ShapeReader(source, shape.AsRoot, checker));
        source.End();
        return value;
    }
}
