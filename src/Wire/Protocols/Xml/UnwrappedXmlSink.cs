using Orrery.Wire.Protocols.Values;
using Orrery.Wire.Schema;

namespace Orrery.Wire.Protocols.Xml;

/// <summary>
/// Writes a result whose only member is the root element itself. Source: Smithy,
/// "aws.customizations#s3UnwrappedXmlOutput".
/// </summary>
/// <param name="xml">Where to.</param>
/// <param name="operation">The operation.</param>
internal sealed class UnwrappedXmlSink(XmlOutput xml, OperationSchema operation) : IgnoringSink
{
    /// <inheritdoc/>
    public override void Text(MemberSchema member, string value)
    {
        xml.Start(member.Tag, operation.Service.XmlNamespace);
        xml.Text(value);
        xml.End();
    }
}
