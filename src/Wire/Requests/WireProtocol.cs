namespace Orrery.Wire.Requests;

/// <summary>A protocol of AWS: how an operation and its members are written in HTTP.</summary>
public enum WireProtocol
{
    /// <summary>EC2 query: a form with <c>Action</c>, flattened lists, XML answers with <c>requestId</c>.</summary>
    Ec2,

    /// <summary>AWS query: a form with <c>Action</c>, XML answers in <c>ActionResponse</c>.</summary>
    Query,

    /// <summary>AWS JSON 1.0: <c>X-Amz-Target</c> and a JSON document.</summary>
    Json10,

    /// <summary>AWS JSON 1.1: <c>X-Amz-Target</c> and a JSON document.</summary>
    Json11,

    /// <summary>REST with JSON bodies.</summary>
    RestJson,

    /// <summary>REST with XML bodies.</summary>
    RestXml,

    /// <summary>Smithy RPC v2 with CBOR bodies: <c>/service/X/operation/Y</c>.</summary>
    RpcV2Cbor,
}
