using FluentAssertions;
using OpsCenter.Domain.Organizations;
using OpsCenter.Portal.Organizations;
using OpsCenter.Portal.Tests.Usage.Jobs;
using Xunit;

namespace OpsCenter.Portal.Tests.Organizations;

public sealed class CustomerListTests(JobsFixture fixture) : IClassFixture<JobsFixture>
{
    [Theory]
    [InlineData("gamma", "Gamma One")]
    [InlineData(" MMA t", "Gamma Two")]
    [InlineData("100%", "Gamma 100%")]
    [InlineData("a_b", "Gamma a_b")]
    [InlineData(@"c\d", @"Gamma c\d")]
    public async Task Search_finds_part_of_a_name_in_any_case_and_takes_signs_literally(string search, string expected)
    {
        await EnsureAsync("Gamma One", "Gamma Two", "Gamma 100%", "Gamma a_b", @"Gamma c\d", "Gamma 1000", "Gamma axb");

        var names = await NamesAsync(new CustomerFilter(search));

        names.Should().Contain(expected).And.NotContain("Acme");
        (search.Contains("gamma", StringComparison.Ordinal) || names.Count == 1).Should().BeTrue();
    }

    [Fact]
    public async Task Pages_hold_every_customer_once_whatever_the_order()
    {
        await EnsureAsync([.. Enumerable.Range(0, 9).Select(i => $"Same name {i / 3}")]);

        foreach (var sort in Enum.GetValues<CustomerSort>())
        {
            var filter = new CustomerFilter("Same name", Sort: sort, PageSize: 4);
            var pages = new List<CustomerList>();

            for (var page = 1; page <= 3; page++)
                pages.Add(await ListAsync(filter with { Page = page }));

            pages.SelectMany(page => page.Rows).Select(row => row.Id).Should().OnlyHaveUniqueItems().And.HaveCount(pages[0].Total);
            pages[0].PageCount.Should().Be(3);
        }
    }

    [Fact]
    public async Task A_page_past_the_end_shows_the_last_one()
    {
        await EnsureAsync("Past the end");

        var list = await ListAsync(new CustomerFilter("Past the end", Page: 99));

        (list.Page, list.Rows.Count).Should().Be((1, 1));
    }

    [Fact]
    public async Task Status_restricts()
    {
        await EnsureAsync("Status one", "Status two");
        var one = (await ListAsync(new CustomerFilter("Status one"))).Rows[0];
        await fixture.Get<SuspendCustomer>().HandleAsync(JobsFixture.Admin, one, CancellationToken.None);

        (await NamesAsync(new CustomerFilter("Status", OrganizationStatus.Suspended))).Should().Equal("Status one");
        (await NamesAsync(new CustomerFilter("Status", OrganizationStatus.Active))).Should().Equal("Status two");
    }

    [Fact]
    public async Task Names_sort_without_regard_to_case()
    {
        await EnsureAsync("Order b", "Order A", "Order C");

        (await NamesAsync(new CustomerFilter("Order "))).Should().Equal("Order A", "Order b", "Order C");
        (await NamesAsync(new CustomerFilter("Order ", Sort: CustomerSort.NameDescending))).Should().Equal("Order C", "Order b", "Order A");
    }

    private async Task EnsureAsync(params string[] names)
    {
        var missing = names.GroupBy(name => name).Select(group => (group.Key, Count: group.Count()));

        foreach (var (name, count) in missing)
        {
            var there = (await NamesAsync(new CustomerFilter(name))).Count(found => found == name);

            for (var i = there; i < count; i++)
                await fixture.CreateCustomerAsync(name);
        }
    }

    private async Task<IReadOnlyList<string>> NamesAsync(CustomerFilter filter) =>
        [.. (await ListAsync(filter with { PageSize = 100 })).Rows.Select(row => row.Name)];

    private Task<CustomerList> ListAsync(CustomerFilter filter) =>
        fixture.Get<CustomerQueries>().ListAsync(JobsFixture.Finance, filter, CancellationToken.None);
}
