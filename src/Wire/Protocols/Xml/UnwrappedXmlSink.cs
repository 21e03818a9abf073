using System.Buffers;
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
    private bool _hasRoot;

    /// <summary>The document. Its root is there without a value too: so S3 tells a bucket in us-east-1. Source: S3 API
    /// Reference, GetBucketLocation, LocationConstraint.</summary>
    public ReadOnlySequence<byte> Finish()
    {
        if (!_hasRoot) Text(operation.Output.Members[0], string.Empty);
        return xml.ToBytes();
    }

    /// <inheritdoc/>
    public override void Text(MemberSchema member, string value)
    {
        xml.Start(member.Tag, operation.Service.XmlNamespace);
        xml.Text(value);
        xml.End();
        _hasRoot = true;
    }
}
