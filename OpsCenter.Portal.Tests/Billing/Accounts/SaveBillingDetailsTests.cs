using FluentAssertions;
using OpsCenter.Domain.Accounts;
using OpsCenter.Domain.Billing;
using OpsCenter.Portal.Billing.Accounts;
using Xunit;

namespace OpsCenter.Portal.Tests.Billing.Accounts;

public sealed class SaveBillingDetailsTests(BillingFixture fixture) : IClassFixture<BillingFixture>
{
    private static readonly BillingDetails Whole = new()
    {
        LegalName = " Example Oy ",
        Email = "bills@example.com",
        Line1 = "Aleksanterinkatu 1",
        PostalCode = "00100",
        City = "Helsinki",
        Country = "fi",
        TaxId = "fi 2077 4740",
    };

    [Fact]
    public async Task They_are_kept_tidied_and_the_audit_names_fields_only()
    {
        var customer = await fixture.CustomerAsync();

        (await SaveAsync(customer, Whole)).Should().BeOfType<SaveBillingDetailsOutcome.Saved>();

        (await fixture.ScalarAsync<string>("select concat_ws('|', legal_name, country, tax_id, city) from billing_accounts where organization_id = $1", customer))
            .Should().Be("Example Oy|FI|FI20774740|Helsinki");
        var audit = await fixture.ScalarAsync<string>("select after::text from audit_entries where action = 'billing_details.saved' and organization_id = $1", customer);
        audit.Should().Contain("tax_id").And.NotContain("Helsinki").And.NotContain("example.com").And.NotContain("20774740");
    }

    [Fact]
    public async Task What_is_wrong_is_said_field_by_field_and_nothing_is_kept()
    {
        var customer = await fixture.CustomerAsync();

        var refused = (await SaveAsync(customer, Whole with { Email = "nobody", City = "", Country = "ZZ", LegalName = new string('x', 121) }))
            .Should().BeOfType<SaveBillingDetailsOutcome.Refused>().Subject;

        refused.Problems.Keys.Should().BeEquivalentTo([BillingDetailsField.Email, BillingDetailsField.City, BillingDetailsField.Country, BillingDetailsField.LegalName]);
        (await fixture.ScalarAsync<long>("select count(*) from billing_accounts where organization_id = $1", customer)).Should().Be(0);
    }

    [Fact]
    public async Task Saved_again_unchanged_they_leave_no_trace()
    {
        var customer = await fixture.CustomerAsync();
        await SaveAsync(customer, Whole);

        await SaveAsync(customer, Whole);

        (await fixture.ScalarAsync<long>("select count(*) from audit_entries where action = 'billing_details.saved' and organization_id = $1", customer)).Should().Be(1);
    }

    [Fact]
    public async Task Neither_a_plain_member_nor_another_customer_nor_a_reader_changes_them()
    {
        var customer = await fixture.CustomerAsync();
        var other = await fixture.CustomerAsync("Globex");
        Actor[] refused = [BillingPeople.MemberOf(customer, OrganizationRole.Member), BillingPeople.MemberOf(other, OrganizationRole.Owner), BillingPeople.Finance];

        foreach (var actor in refused)
        {
            var act = () => fixture.Get<SaveBillingDetails>().HandleAsync(actor, customer, Whole, CancellationToken.None);
            await act.Should().ThrowAsync<AccessDeniedException>();
        }
    }

    private Task<SaveBillingDetailsOutcome> SaveAsync(Guid customer, BillingDetails details) =>
        fixture.Get<SaveBillingDetails>().HandleAsync(BillingPeople.MemberOf(customer), customer, details, CancellationToken.None);
}
