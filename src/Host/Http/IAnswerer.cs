using Orrery.Core;
using Orrery.Wire.Requests;

namespace Orrery.Host.Http;

/// <summary>Answers requests: the AWS API or the admin API.</summary>
internal interface IAnswerer
{
    /// <summary>Answers.</summary>
    ValueTask<Answer> AnswerAsync(WireRequest request, WorldChoice choice, CancellationToken gone);

    /// <summary>Refuses, in the form of this API.</summary>
    Answer Refuse(WireRequest request, WorldChoice choice, ServiceException refusal);
}
