using Orrery.Core;
using Orrery.Wire.Protocols.Errors;
using Orrery.Wire.Protocols.Http;
using Orrery.Wire.Requests;
using Orrery.Wire.Schema;

namespace Orrery.Wire.Protocols.Xml;

/// <summary>XML bodies of the rest-xml protocol. Source: Smithy, "AWS REST XML protocol".</summary>
internal sealed class RestXmlFormat : IRestFormat
{
    /// <inheritdoc/>
    public string ContentType => "application/xml";

    /// <inheritdoc/>
    public bool WritesEmptyRequests => false;

    /// <inheritdoc/>
    public RestDocument Begin(OperationSchema operation, bool isRequest)
    {
        var xml = new XmlOutput();
        if (!isRequest) xml.Declaration();
        var shape = isRequest ? operation.Input : operation.Output;
        if (shape.Payload is { } payload)
        {
            var space = isRequest ? null : operation.Service.XmlNamespace;
            return new RestDocument(new XmlSink(xml, payload: payload, rootNamespace: space), xml.ToBytes);
        }

        if (!isRequest && operation.IsOutputUnwrapped)
        {
            var unwrapped = new UnwrappedXmlSink(xml, operation);
            return new RestDocument(unwrapped, unwrapped.Finish);
        }

        xml.Start(Root(operation, isRequest), Namespace(operation, isRequest));
        return new RestDocument(new XmlSink(xml), () =>
        {
            xml.End();
            return xml.ToBytes();
        });
    }

    /// <inheritdoc/>
    public ShapeSource? Open(OperationSchema operation, bool isRequest, ReadOnlyMemory<byte> body)
    {
        if (body.IsEmpty) return null;
        var root = XmlParser.Parse(body.Span);
        if (isRequest) CheckRoot(operation, root);
        if (isRequest || !operation.IsOutputUnwrapped) return new XmlSource(root);
        var around = new XmlNode(operation.Output.Name);
        if (root.Text.Length > 0) around.Add(root);
        return new XmlSource(around);
    }

    /// <inheritdoc/>
    public WireResponse Error(ServiceSchema? service, ErrorView error, string requestId)
    {
        var xml = new XmlOutput();
        if (service?.HasBareErrors != false) XmlErrors.Bare(xml, error, requestId, HostId(requestId));
        else XmlErrors.Wrapped(xml, error, service.XmlNamespace, requestId);
        var type = service?.HasBareErrors != false ? ContentType : "text/xml";
        var response = WireResponse.Of(error.Status, type, xml.ToBytes());
        Identify(response, service, requestId);
        return response;
    }

    /// <inheritdoc/>
    public ServiceException ReadError(WireResponse response)
    {
        var root = XmlParser.Parse(response.Body.Span);
        var error = root.Name == "Error" ? root : root.Find("Error") ?? root;
        return new ServiceException(
            error.Find("Code")?.Text ?? string.Empty, error.Find("Message")?.Text ?? string.Empty, response.Status);
    }

    /// <inheritdoc/>
    public ServiceException Violated(ServiceSchema service, IReadOnlyList<Violation> violations) =>
        ConstraintErrors.RestXml(service, violations);

    /// <inheritdoc/>
    public void Identify(WireResponse response, ServiceSchema? service, string requestId)
    {
        if (service?.HasBareErrors == false)
        {
            response.Headers.Add("x-amzn-RequestId", requestId);
            return;
        }

        response.Headers.Add("x-amz-request-id", requestId);
        response.Headers.Add("x-amz-id-2", HostId(requestId));
    }

    // AWS names the host that answered; here it is derived from the request, so that it is the same in every run.
    private static string HostId(string requestId) =>
        Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes("orrery/" + requestId));

    private static string Root(OperationSchema operation, bool isRequest) => isRequest
        ? operation.InputRoot ?? operation.Input.LocationName ?? operation.Input.Name
        : operation.OutputRoot ?? operation.Output.LocationName ?? operation.Output.Name;

    private static string? Namespace(OperationSchema operation, bool isRequest) =>
        isRequest ? operation.InputNamespace?.Uri : operation.Service.XmlNamespace;

    private static void CheckRoot(OperationSchema operation, XmlNode root)
    {
        var expected = operation.Input.Payload is { } payload ? XmlRoots.Of(payload) : Root(operation, isRequest: true);
        if (!string.Equals(root.Name, expected, StringComparison.Ordinal))
        {
            throw WireErrors.Malformed(
                WireErrors.MalformedXml,
                "The XML you provided was not well-formed or did not validate against our published schema: "
                + $"the root is {root.Name}, not {expected}");
        }
    }
}
