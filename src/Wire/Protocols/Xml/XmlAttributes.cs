using Orrery.Wire.Schema;

namespace Orrery.Wire.Protocols.Xml;

/// <summary>Finds the value of a member that is an XML attribute, before its element is written.</summary>
internal static class XmlAttributes
{
    /// <summary>The value as text, or null when it is not set.</summary>
    public static string? Of(IShape value, MemberSchema attribute)
    {
        var finder = new TextFinder(attribute);
        ShapeWriter.WriteMembers(finder, value);
        return finder.Found;
    }
}
