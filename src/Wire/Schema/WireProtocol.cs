namespace Orrery.Wire.Schema;

/// <summary>The protocols that AWS services speak.</summary>
public enum WireProtocol : byte
{
    /// <summary>EC2's form parameters, XML answers.</summary>
    Ec2,

    /// <summary>Form parameters, XML answers.</summary>
    Query,

    /// <summary>JSON 1.0 and 1.1 with an <c>X-Amz-Target</c> header.</summary>
    Json,

    /// <summary>HTTP bindings and JSON bodies.</summary>
    RestJson,

    /// <summary>HTTP bindings and XML bodies.</summary>
    RestXml,

    /// <summary>CBOR bodies below <c>/service/…/operation/…</c>.</summary>
    RpcV2Cbor,
}
