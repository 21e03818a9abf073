using Orrery.Core;

namespace Orrery.Services.Ec2.Rules.Transit;

/// <summary>Blocks of either family, as operations on transit gateways take them; host bits are cleared.</summary>
internal static class TransitDestinations
{
    /// <summary>Reads a block.</summary>
    /// <exception cref="ServiceException">InvalidParameterValue.</exception>
    public static Cidr Read(string text, string parameter) =>
        Cidr.TryParse(text, out var cidr, out _)
            ? cidr
            : throw Errors.InvalidParameterValue(
                $"Value ({text}) for parameter {parameter} is invalid. This is not a valid CIDR block.");
}
