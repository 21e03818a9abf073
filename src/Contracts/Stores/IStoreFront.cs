using Orrery.Kernel.Calls;

namespace Orrery.Contracts.Stores;

/// <summary>What S3 says to browsers: the program serves websites and answers preflights by it.</summary>
public interface IStoreFront
{
    /// <summary>What a bucket says to another origin; null where there is no such bucket.</summary>
    CrossOriginAnswer? Answer(ReadCall call, string bucket, CrossOrigin asked);

    /// <summary>What a website does first; null where the bucket is none.</summary>
    /// <exception cref="Core.ServiceException">NoSuchBucket.</exception>
    SiteStep? Begin(ReadCall call, SiteRequest request);

    /// <summary>What it does where the object could not be served; null where it has nothing for that.</summary>
    /// <param name="call">The call.</param>
    /// <param name="request">The request.</param>
    /// <param name="status">The status of the refusal: 403, 404 …</param>
    SiteStep? Mend(ReadCall call, SiteRequest request, int status);
}
