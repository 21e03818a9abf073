namespace Orrery.Services.Ec2.Listing;

/// <summary>One page of a listing, in the order of ids.</summary>
/// <typeparam name="T">What is listed.</typeparam>
/// <param name="Items">What the page holds.</param>
/// <param name="NextToken">What to ask for the next page with; null on the last one.</param>
internal sealed record Page<T>(IReadOnlyList<T> Items, string? NextToken)
{
    /// <summary>The page with each item as the API writes it.</summary>
    public IReadOnlyList<TView> As<TView>(Func<T, TView> view)
    {
        var views = new List<TView>(Items.Count);
        for (var i = 0; i < Items.Count; i++) views.Add(view(Items[i]));
        return views;
    }
}
