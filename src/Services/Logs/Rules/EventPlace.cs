using Orrery.Services.Logs.Ids;

namespace Orrery.Services.Logs.Rules;

/// <summary>Where a page of GetLogEvents begins.</summary>
/// <param name="IsForwards">Whether it goes forwards from there.</param>
/// <param name="Key">The event before it, or behind it.</param>
internal sealed record EventPlace(bool IsForwards, EventKey Key);
