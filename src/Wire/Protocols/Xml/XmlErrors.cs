using Orrery.Wire.Protocols.Errors;

namespace Orrery.Wire.Protocols.Xml;

/// <summary>Error documents of the query and rest-xml protocols.</summary>
internal static class XmlErrors
{
    /// <summary><c>ErrorResponse</c> around <c>Error</c>. Source: Smithy, "AWS query protocol", operation
    /// errors.</summary>
    public static void Wrapped(XmlOutput xml, ErrorView error, string? xmlns, string requestId)
    {
        xml.Start("ErrorResponse", xmlns);
        xml.Start("Error");
        xml.Element("Type", error.IsSender ? "Sender" : "Receiver");
        xml.Element("Code", error.Code);
        xml.Element("Message", error.Message);
        xml.End();
        xml.Element("RequestId", requestId);
        xml.End();
    }

    /// <summary><c>Error</c> alone. Source: Amazon S3 API Reference, "Error responses".</summary>
    public static void Bare(XmlOutput xml, ErrorView error, string requestId, string hostId)
    {
        xml.Declaration();
        xml.Start("Error");
        xml.Element("Code", error.Code);
        xml.Element("Message", error.Message);
        foreach (var (name, value) in error.Elements ?? []) xml.Element(name, value);
        xml.Element("RequestId", requestId);
        xml.Element("HostId", hostId);
        xml.End();
    }
}
