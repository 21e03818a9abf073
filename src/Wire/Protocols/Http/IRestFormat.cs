using Orrery.Core;
using Orrery.Wire.Protocols.Errors;
using Orrery.Wire.Requests;
using Orrery.Wire.Schema;

namespace Orrery.Wire.Protocols.Http;

/// <summary>What tells rest-json and rest-xml apart: the body's format and the errors.</summary>
internal interface IRestFormat
{
    /// <summary>The media type of documents.</summary>
    string ContentType { get; }

    /// <summary>Begins the document of a request or result.</summary>
    RestDocument Begin(OperationSchema operation, bool isRequest);

    /// <summary>Opens a document for reading, or null where the body holds none.</summary>
    ShapeSource? Open(OperationSchema operation, bool isRequest, ReadOnlyMemory<byte> body);

    /// <summary>Whether a request without any member in the document still has one.</summary>
    bool WritesEmptyRequests { get; }

    /// <summary>Writes an error.</summary>
    WireResponse Error(ServiceSchema? service, ErrorView error, string requestId);

    /// <summary>Reads an error.</summary>
    ServiceException ReadError(WireResponse response);

    /// <summary>The refusal of a request that breaks constraints.</summary>
    ServiceException Violated(ServiceSchema service, IReadOnlyList<Violation> violations);

    /// <summary>Adds the headers that name the request.</summary>
    void Identify(WireResponse response, ServiceSchema? service, string requestId);
}
