using Orrery.Kernel.Calls;

namespace Orrery.Contracts.Instances;

/// <summary>
/// What instance types there are, what they cost and how plentiful they are, for a service that chooses among them. EC2
/// offers it; all in the call's account and region.
/// </summary>
public interface IInstanceMarket
{
    /// <summary>A type; null where there is none of this name.</summary>
    OfferedType? Find(ReadCall call, string type);

    /// <summary>The types that have wanted attributes, without those that price protection leaves out.</summary>
    /// <exception cref="Core.ServiceException">An attribute is not served, or two exclude each other.</exception>
    IReadOnlyList<OfferedType> Matching(ReadCall call, MarketWish wish);

    /// <summary>What a type costs in a zone now.</summary>
    MarketPrice PriceOf(ReadCall call, string zone, string type);
}
