using Orrery.Operations.Matching;

namespace Orrery.Services.Events.Rules.Patterns;

/// <summary><c>cidr</c>: an address, of IPv4 or IPv6, in a block.</summary>
internal static class CidrTest
{
    /// <summary>Reads a block.</summary>
    public static ValueTest Read(string text, string at) => AddressBlock.Parse(text) is { } block
        ? ValueTest.OfText(block.Contains)
        : throw Errors.Pattern($"Malformed CIDR, '{text}', at {at}");
}
