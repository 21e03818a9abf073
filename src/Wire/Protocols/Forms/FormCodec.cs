using System.Text;
using Orrery.Core;
using Orrery.Wire.Protocols.Errors;
using Orrery.Wire.Protocols.Xml;
using Orrery.Wire.Requests;
using Orrery.Wire.Schema;

namespace Orrery.Wire.Protocols.Forms;

/// <summary>The ec2 and query protocols: requests are forms, answers XML. Source: Smithy, "AWS EC2 query protocol" and
/// "AWS query protocol".</summary>
/// <param name="isEc2">Which of the two.</param>
internal sealed class FormCodec(bool isEc2) : ProtocolCodec
{
    private const string ContentType = "text/xml;charset=UTF-8";
    private static readonly byte[] RequestIdTag = "requestId"u8.ToArray();
    private const string FormType = "application/x-www-form-urlencoded; charset=utf-8";

    /// <inheritdoc/>
    public override WireResponse WriteResult(OperationSchema operation, IShape result, string requestId)
    {
        var xml = new XmlOutput();
        if (isEc2) xml.Declaration();
        xml.Start(operation.ResponseTag, operation.Service.XmlNamespace);
        if (isEc2) xml.Element(RequestIdTag, requestId);
        if (operation.ResultWrapper is { } wrapper) xml.Start(wrapper);
        ShapeWriter.WriteMembers(new XmlSink(xml, showMilliseconds: isEc2), result);
        if (operation.ResultWrapper is not null) xml.End();
        if (!isEc2)
        {
            xml.Start("ResponseMetadata");
            xml.Element("RequestId", requestId);
            xml.End();
        }

        xml.End();
        return Answer(operation.Status, xml, requestId);
    }

    /// <inheritdoc/>
    public override WireResponse WriteError(
        ServiceSchema? service, OperationSchema? operation, ServiceException error, string requestId)
    {
        var view = ErrorView.Of(operation, error);
        var xml = new XmlOutput();
        if (isEc2) Ec2Error(xml, view, requestId);
        else XmlErrors.Wrapped(xml, view, service?.XmlNamespace, requestId);
        return Answer(view.Status, xml, requestId);
    }

    /// <inheritdoc/>
    public override WireRequest WriteRequest(OperationSchema operation, IShape request)
    {
        var form = new FormSink(isEc2);
        form.Add("Action", operation.Name);
        form.Add("Version", operation.Service.ApiVersion);
        ShapeWriter.WriteMembers(form, request);
        return new WireRequest
        {
            Method = "POST",
            RawPath = "/",
            Headers = new WireHeaders { { "Content-Type", FormType } },
            Body = new WireBody(form.ToBytes()),
        };
    }

    /// <inheritdoc/>
    public override ServiceException ReadError(WireResponse response)
    {
        var root = XmlParser.Parse(response.Body.Span);
        var error = (isEc2 ? root.Find("Errors") : root)?.Find("Error") ?? new XmlNode("Error");
        return new ServiceException(
            error.Find("Code")?.Text ?? string.Empty, error.Find("Message")?.Text ?? string.Empty, response.Status);
    }

    /// <inheritdoc/>
    internal override ShapeSource OpenRequest(
        OperationSchema operation, WireRequest request, IReadOnlyList<PathLabel> labels, IRequestRules? rules)
    {
        var body = request.Body.Bytes;
        var form = WireQuery.Parse(Encoding.UTF8.GetString(body.Span));
        return new FormSource(FormTree.Build(request.Query, form), isEc2);
    }

    /// <inheritdoc/>
    internal override ShapeSource OpenResult(OperationSchema operation, WireResponse response)
    {
        var root = XmlParser.Parse(response.Body.Span);
        if (operation.ResultWrapper is not { } wrapper) return new XmlSource(root);
        return new XmlSource(root.Find(wrapper) ?? throw WireErrors.Malformed(
            WireErrors.MalformedXml, $"{wrapper} is missing in the answer."));
    }

    /// <inheritdoc/>
    internal override ServiceException Violated(ServiceSchema service, IReadOnlyList<Violation> violations) =>
        isEc2 ? ConstraintErrors.Ec2(violations) : ConstraintErrors.Query(service, violations);

    private static void Ec2Error(XmlOutput xml, ErrorView error, string requestId)
    {
        xml.Declaration();
        xml.Start("Response");
        xml.Start("Errors");
        xml.Start("Error");
        xml.Element("Code", error.Code);
        xml.Element("Message", error.Message);
        xml.End();
        xml.End();
        xml.Element("RequestID", requestId);
        xml.End();
    }

    private static WireResponse Answer(int status, XmlOutput xml, string requestId)
    {
        var response = WireResponse.Of(status, ContentType, xml.ToBytes());
        response.Headers.Add("x-amzn-RequestId", requestId);
        return response;
    }
}
