using Orrery.Wire.Schema;

namespace Orrery.Wire.Protocols.Xml;

/// <summary>Names of root elements.</summary>
internal static class XmlRoots
{
    /// <summary>The root of a payload member: its own name, else its shape's.</summary>
    public static string Of(MemberSchema payload) =>
        payload.LocationName ?? payload.Target.LocationName ?? payload.Target.Name;
}
